import { formatDuration } from "../../model/duration";
import type { Environment } from "../../model/settle";
import type { TestCase } from "../slo/tests/test_case";
import { input } from "../slo/tests/worlds";
import { minutesNeeded, overdueTicket, succeeded, watchedJobs, type WatchedJobs } from "./overdue";
import { expectTickets } from "./ticket";

/** Minutes before the one job that succeeds. */
const CALM = 5;

/** The tickets' own tests, for `promtool test rules`. */
export const overdueCases = (environment: Environment): TestCase[] =>
  watchedJobs(environment).flatMap((watched) => [
    late(watched, environment),
    unknown(watched, environment),
  ]);

const all = (value: number, count: number) => Array.from({ length: count }, () => value);

const expectation =
  (watched: WatchedJobs, environment: Environment) => (minute: number, fires: boolean) =>
    expectTickets(watched.alert, `${minute}m`, fires ? [overdueTicket(watched)] : [], environment);

function late(watched: WatchedJobs, environment: Environment): TestCase {
  const within = watched.deadlineSeconds / 60;
  const expect = expectation(watched, environment);
  const again = CALM + within + 3;
  const { service } = watched;
  const neighbour = { service: { ...service, name: `other-${service.name}` } };
  return {
    name: `${watched.alert}: told ${formatDuration(watched.deadlineSeconds)} after the last success, until the next one`,
    interval: "1m",
    input_series: [
      input(succeeded(watched), [...all(0, CALM), 1, ...all(0, within + 2), 1, ...all(0, CALM)]),
      input(succeeded(neighbour), all(1, again + CALM)),
    ],
    alert_rule_test: [
      expect(CALM, false),
      expect(CALM + within - 1, false),
      expect(CALM + within + 1, true),
      expect(again, false),
    ],
  };
}

function unknown(watched: WatchedJobs, environment: Environment): TestCase {
  const needed = minutesNeeded(watched);
  const expect = expectation(watched, environment);
  return {
    name: `${watched.alert}: nothing is told before most of that time is known`,
    interval: "1m",
    input_series: [input(succeeded(watched), all(0, needed + CALM))],
    alert_rule_test: [expect(needed - 2, false), expect(needed - 1, true)],
  };
}
