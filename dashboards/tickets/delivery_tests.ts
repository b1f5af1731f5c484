import type { Environment } from "../../model/settle";
import { minutesIn } from "../promql";
import { placeOf, signalOf } from "../resources";
import type { TestCase } from "../slo/tests/test_case";
import { input } from "../slo/tests/worlds";
import {
  deliverySeries,
  deliveryTicket,
  minutesNeeded,
  watchedDeliveries,
  type WatchedDelivery,
} from "./delivery";
import { expectTickets } from "./ticket";

/** Minutes in which nothing is wrong, before something is. */
const CALM = 5;

/** The tickets' own tests, for `promtool test rules`. */
export const deliveryCases = (environment: Environment): TestCase[] =>
  watchedDeliveries(environment).flatMap((watched) =>
    watched.reason.name === "silent"
      ? [silentCase(watched, environment), unseenCase(watched, environment)]
      : [caseOf(watched, environment)],
  );

const all = (value: number, count: number) => Array.from({ length: count }, () => value);

const fires = (watched: WatchedDelivery, environment: Environment, minute: number, is: boolean) =>
  expectTickets(watched.alert, `${minute}m`, is ? [deliveryTicket(watched)] : [], environment);

function silentCase(watched: WatchedDelivery, environment: Environment): TestCase {
  const { alert, reason } = watched;
  const after = minutesIn(reason.toldFor);
  return {
    name: `${alert} ${reason.name}: told once ${reason.toldFor} have passed since the last one was due, until one is`,
    interval: "1m",
    input_series: [input(deliverySeries(watched), [1, ...all(0, after + CALM), 1, 0])],
    alert_rule_test: [
      fires(watched, environment, after - 1, false),
      fires(watched, environment, after, true),
      fires(watched, environment, after + CALM, true),
      fires(watched, environment, after + CALM + 1, false),
    ],
  };
}

/** What was not looked at for long enough says nothing. */
function unseenCase(watched: WatchedDelivery, environment: Environment): TestCase {
  const needed = minutesNeeded(watched.reason);
  return {
    name: `${watched.alert} ${watched.reason.name}: not told before ${needed} minutes were seen`,
    interval: "1m",
    input_series: [input(deliverySeries(watched), all(0, needed + CALM))],
    alert_rule_test: [
      fires(watched, environment, needed - 2, false),
      fires(watched, environment, needed - 1, true),
    ],
  };
}

function caseOf(watched: WatchedDelivery, environment: Environment): TestCase {
  const { alert, service, reason } = watched;
  const told = minutesIn(reason.toldFor);
  const expect = (minute: number, is: boolean) => fires(watched, environment, minute, is);
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
