import { z } from "zod";
import type { Duration } from "../declaration";
import { seconds } from "../duration";
import { duration } from "../leaves";
import { shape } from "../problems";
import { baseFields, type FieldProblem, type ObjectiveBase, type SettledBase } from "./base";

/** Minutes in which the oldest waiting event is younger than a threshold. */
export interface FreshnessObjective extends ObjectiveBase {
  readonly sli: "freshness";

  /** The oldest that a waiting event may be. */
  readonly threshold: Duration;
}

export interface SettledFreshness extends SettledBase {
  readonly sli: "freshness";
  readonly thresholdSeconds: number;
}

export const freshness = {
  shape: shape({ ...baseFields, sli: z.literal("freshness"), threshold: duration("60s", "24h") }),

  problems: (): FieldProblem[] => [],

  settle: (declared: FreshnessObjective, base: SettledBase): SettledFreshness => ({
    ...base,
    sli: "freshness",
    thresholdSeconds: seconds(declared.threshold),
  }),

  /** What is late by a dependency's threshold is late by a shorter one of its own. */
  isBehind: (dependency: FreshnessObjective, own: FreshnessObjective): boolean =>
    seconds(dependency.threshold) >= seconds(own.threshold),
};
