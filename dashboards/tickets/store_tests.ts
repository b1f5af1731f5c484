import type { Environment } from "../../model/settle";
import { placeOf, signalOf } from "../resources";
import type { TestCase } from "../slo/tests/test_case";
import { overTest } from "./over_test";
import { reasonsOf, type Reason } from "./reasons";
import { ticketOf, watchedStores, type WatchedStore } from "./store_health";

/** The tickets' own tests, for `promtool test rules`. */
export const storeCases = (environment: Environment): TestCase[] =>
  watchedStores(environment).flatMap((watched) =>
    reasonsOf(watched.store).map((reason) => caseOf(watched, reason, environment)),
  );

function caseOf(watched: WatchedStore, reason: Reason, environment: Environment): TestCase {
  const { alert, service, store } = watched;
  const { signal, name } = reason;
  return overTest(
    {
      ...{ ticket: ticketOf(watched, reason, environment), reason, title: `${alert} ${name}` },
      own: signalOf(signal, placeOf(service), { store: store.name }),
      neighbour: signalOf(signal, placeOf(service), { store: `other-${store.name}` }),
    },
    environment,
  );
}
