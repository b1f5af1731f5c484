import type { Environment } from "../../model/settle";
import type { TestCase } from "../slo/tests/test_case";
import { input } from "../slo/tests/worlds";
import { failedSteps, rotationTicket, TOLD_FOR, watchedRotations } from "./rotation";
import { minutesIn } from "../promql";
import { expectTickets } from "./ticket";

/** Minutes in which nothing fails, before one step does. */
const CALM = 5;

/** The tickets' own tests, for `promtool test rules`. */
export const rotationCases = (environment: Environment): TestCase[] =>
  watchedRotations(environment).map((watched) => {
    const ticket = rotationTicket(watched);
    const told = minutesIn(TOLD_FOR);
    const all = (value: number, count: number) => Array.from({ length: count }, () => value);
    const expect = (minute: number, fires: boolean) =>
      expectTickets(watched.alert, `${minute}m`, fires ? [ticket] : [], environment);
    const neighbour = { ...watched, secret: `other-${watched.secret}` };
    return {
      name: `${watched.alert}: a step that failed is told for ${TOLD_FOR}`,
      interval: "1m",
      input_series: [
        input(failedSteps(watched), [...all(0, CALM), 1, ...all(0, told + CALM)]),
        input(failedSteps(neighbour), all(1, told + 2 * CALM)),
      ],
      alert_rule_test: [
        expect(CALM - 1, false),
        expect(CALM, true),
        expect(CALM + told - 1, true),
        expect(CALM + told + 1, false),
      ],
    };
  });
