import { formatDuration } from "../../model/duration";
import type { Environment } from "../../model/settle";
import { placeOf, signalOf } from "../resources";
import type { TestCase } from "../slo/tests/test_case";
import { input } from "../slo/tests/worlds";
import { reasonsOf, type Reason } from "./reasons";
import { ticketOf, watchedStores, type WatchedStore } from "./store_health";
import { expectTickets } from "./ticket";

/** The tickets' own tests, for `promtool test rules`. */
export const storeCases = (environment: Environment): TestCase[] =>
  watchedStores(environment).flatMap((watched) =>
    reasonsOf(watched.store).map((reason) => caseOf(watched, reason, environment)),
  );

/** Minutes in which the number is what it may be at most, before it is more and after it was. */
const CALM = 5;

/** Up to its limit it is silent; a little more is told when it has lasted, and no longer than it lasts. */
function caseOf(watched: WatchedStore, reason: Reason, environment: Environment): TestCase {
  const { alert, service, store } = watched;
  const { over, minutes, signal, name } = reason;
  const series = signalOf(signal, placeOf(service), { store: store.name });
  const neighbour = signalOf(signal, placeOf(service), { store: `other-${store.name}` });
  const all = (value: number, count: number) => Array.from({ length: count }, () => value);
  const more = over === 0 ? 0.01 : over * 1.001;
  const expect = (minute: number, fires: boolean) => {
    const firing = fires ? [ticketOf(watched, reason, environment)] : [];
    return expectTickets(alert, formatDuration(60 * minute), firing, environment);
  };
  return {
    name: `${alert} ${name}: more than allowed is told after ${minutes} minutes, and until it is over`,
    interval: "1m",
    input_series: [
      input(series, [...all(over, CALM), ...all(more, minutes + 2), ...all(over, CALM)]),
      input(neighbour, all(1_000 * more, 2 * CALM + minutes + 2)),
    ],
    alert_rule_test: [
      expect(CALM - 1, false),
      expect(CALM + minutes - 1, false),
      expect(CALM + minutes, true),
      expect(CALM + minutes + 1, true),
      expect(CALM + minutes + 2, false),
    ],
  };
}
