/** Tests in the order in which they are worth asking: what is cheap, and notices much. */
import { minutesIn } from "../../../dashboards/promql";
import type { Claim } from "./proof";

/** Tests that one run of promtool asks. */
export interface Step {
  /** Its place among the steps of a group. */
  readonly index: number;
  readonly claims: readonly Claim[];
  /** About its CPU seconds. */
  readonly seconds: number;
}

/** CPU seconds of tests that share the start of a promtool, and those of the start. */
const STEP_SECONDS = 0.4;
const START_SECONDS = 0.1;

/** The cheapest first. */
export function inSteps(claims: readonly Claim[]): Step[] {
  const steps: (Step & { claims: Claim[]; seconds: number })[] = [];
  for (const claim of [...claims].sort((a, b) => costOf(a) - costOf(b))) {
    const last = steps.at(-1);
    const cost = costOf(claim);
    if (last?.claims[0]?.interval === claim.interval && last.seconds + cost < STEP_SECONDS) {
      last.claims.push(claim);
      last.seconds += cost;
    } else {
      steps.push({ index: steps.length, claims: [claim], seconds: START_SECONDS + cost });
    }
  }
  return steps;
}

/** About the CPU seconds of a test: each evaluation costs its rules, and the samples that its windows hold by then. */
function costOf({ test, interval }: Claim): number {
  const checks = [...(test.alert_rule_test ?? []), ...(test.promql_expr_test ?? [])];
  const last = Math.max(...checks.map(({ eval_time }) => minutesIn(eval_time)));
  const evaluations = interval === "1h" ? last / 60 : last;
  return 0.001 * evaluations + 0.000_008 * evaluations ** 2;
}

/** Which step to ask next, learnt from those that noticed mistakes before. */
export class Experience {
  private readonly noticed = new Map<string, number>();

  /** @param like - what the mistake has in common with others, the closest last: a step that noticed those is worth more */
  order(steps: readonly Step[], like: readonly string[]): Step[] {
    const worth = (step: Step): number =>
      ["", ...like].reduce((sum, one, at) => sum + 4 ** at * this.count(step, one), 1);
    const price = (step: Step): number => step.seconds / worth(step);
    return [...steps].sort((a, b) => price(a) - price(b));
  }

  learn(step: Step, like: readonly string[]): void {
    for (const one of ["", ...like]) {
      this.noticed.set(keyOf(step, one), 1 + this.count(step, one));
    }
  }

  private count(step: Step, like: string): number {
    return this.noticed.get(keyOf(step, like)) ?? 0;
  }
}

const keyOf = ({ index }: Step, like: string): string => `${index} ${like}`;
