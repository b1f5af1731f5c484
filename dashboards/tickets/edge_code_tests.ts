import { formatDuration } from "../../model/duration";
import type { Environment } from "../../model/settle";
import type { TestCase } from "../slo/tests/test_case";
import { input } from "../slo/tests/worlds";
import { codeTicket, seriesOfCode, watchedCode, type WatchedCode } from "./edge_code";
import type { EdgeReason } from "./edge_code_reasons";
import { expectTickets } from "./ticket";

/** The tickets' own tests, for `promtool test rules`. */
export const codeCases = (environment: Environment): TestCase[] =>
  watchedCode(environment).flatMap((watched) =>
    watched.reasons.map((reason) => caseOf(watched, reason, environment)),
  );

/** Minutes in which the number is what it may be at most, before it is more and after it was. */
const CALM = 5;

/** Up to its limit it is silent; a little more is told when it has lasted, and no longer than it lasts. */
function caseOf(watched: WatchedCode, reason: EdgeReason, environment: Environment): TestCase {
  const { alert, code, service } = watched;
  const { over, minutes, name } = reason;
  const neighbour = { ...watched, service: { ...service, name: `other-${service.name}` } };
  const others = seriesOfCode(neighbour, reason);
  const own = seriesOfCode(watched, reason);
  const all = (value: number, count: number) => Array.from({ length: count }, () => value);
  const more = over === 0 ? 0.01 : over * 1.001;
  const expect = (minute: number, fires: boolean) => {
    const firing = fires ? [codeTicket(watched, reason, environment)] : [];
    return expectTickets(alert, formatDuration(60 * minute), firing, environment);
  };
  return {
    name: `${alert} ${code} ${name}: more than allowed is told after ${minutes} minutes, and until it is over`,
    interval: "1m",
    input_series: [
      input(own, [...all(over, CALM), ...all(more, minutes + 2), ...all(over, CALM)]),
      // A router is the same, whoever is before it.
      ...(others === own ? [] : [input(others, all(1_000 * more, 2 * CALM + minutes + 2))]),
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
