import type { Duration } from "../declaration";

/** How a new version takes over from the one before, and what takes it back (docs/rollouts.md). */
export interface RolloutDeclaration {
  /**
   * `canary`: a share of the calls first, and all of them after `interval`. `linear`: the same share more at each interval. Both are of
   * functions and of endpoints of inference. `rolling`: one task or machine after the other. AWS has no `blueGreen` and no `shadow` for what Plinth builds there: they are
   * errors that say why.
   */
  readonly strategy: "rolling" | "canary" | "linear" | "blueGreen" | "shadow";

  /**
   * Percent of the calls: 1 to 99 of a canary, 1 to 50 of each linear step.
   *
   * @default 10 - nothing with "rolling"
   */
  readonly percent?: number;

  /**
   * How long each step is watched before the next, in whole minutes; a linear rollout is over after 48 hours at most.
   *
   * @default - the shortest in which a version that fails all its calls is noticed before it gets every call, never under 5 minutes; nothing with "rolling"
   */
  readonly interval?: Duration;

  /**
   * Names of the service's objectives whose burning budget takes a new version back.
   *
   * @default - all that alarms of CloudWatch can judge; there must be one
   */
  readonly objectives?: readonly string[];
}
