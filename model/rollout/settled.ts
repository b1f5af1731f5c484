/** How a new version takes over, after `settle`. */
export interface Rollout {
  readonly strategy: "rolling" | "canary" | "linear";
  /** Undefined: tasks or machines are replaced, and no calls are shifted. */
  readonly shift: Shift | undefined;
  /** Names of the objectives whose burning budget takes a new version back; one or more. */
  readonly objectives: readonly string[];
}

/** Calls handed over in steps. */
export interface Shift {
  /** Of the calls: at once and then all, or more at each step. */
  readonly percent: number;
  readonly intervalMinutes: number;
}
