import type { Environment } from "../../model/settle";
import { minutesIn } from "../promql";
import { placeOf, signalOf } from "../resources";
import type { TestCase } from "../slo/tests/test_case";
import { input } from "../slo/tests/worlds";
import {
  deliverySeries,
  deliveryTicket,
  watchedDeliveries,
  type WatchedDelivery,
} from "./delivery";
import { expectTickets } from "./ticket";

/** Minutes in which nothing is wrong, before something is. */
const CALM = 5;

/** The tickets' own tests, for `promtool test rules`. */
export const deliveryCases = (environment: Environment): TestCase[] =>
  watchedDeliveries(environment).map((watched) => caseOf(watched, environment));

function caseOf(watched: WatchedDelivery, environment: Environment): TestCase {
  const { alert, service, reason } = watched;
  const told = minutesIn(reason.toldFor);
  const all = (value: number, count: number) => Array.from({ length: count }, () => value);
  const expect = (minute: number, fires: boolean) =>
    expectTickets(alert, `${minute}m`, fires ? [deliveryTicket(watched)] : [], environment);
  const neighbour = signalOf(reason.signal, { ...placeOf(service), name: `other-${service.name}` });
  return {
    name: `${alert} ${reason.name}: what did not come is told for ${reason.toldFor} after it was seen`,
    interval: "1m",
    input_series: [
      input(deliverySeries(watched), [...all(0, CALM), 1, ...all(0, told + CALM)]),
      input(neighbour, all(1, told + 2 * CALM)),
    ],
    alert_rule_test: [
      expect(CALM - 1, false),
      expect(CALM, true),
      expect(CALM + told - 1, true),
      expect(CALM + told + 1, false),
    ],
  };
}
