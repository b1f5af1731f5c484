/** The error-budget policy, as a table: what a release may do while a service's budget is as it is. */

/** `unknown`: the budget file is old, of the future, or does not name the service. From best to worst. */
export const STATES = ["ok", "caution", "unknown", "frozen"] as const;
export type State = (typeof STATES)[number];

/** What a plan does to a service, from least to most; `effects.ts` tells. */
export const EFFECTS = ["none", "harmless", "change", "destructive"] as const;
export type Effect = (typeof EFFECTS)[number];

export const INTENTS = ["feature", "rollback", "drift-revert", "security", "p0"] as const;
export type Intent = (typeof INTENTS)[number];

/** `pass` says nothing, `list` lets through and says so, `exempt` too and names the ticket. */
export const ANSWERS = ["pass", "list", "exempt", "undetermined", "deny"] as const;
export type Answer = (typeof ANSWERS)[number];

/** What one plan means to do to one service. */
export interface Release {
  readonly state: State;
  readonly effect: Effect;
  /** It makes the whole service: nothing of it is there yet. */
  readonly isNew: boolean;
  readonly intent: Intent;
  /** Fingerprints of earlier verdicts show that it is the rollback or the drift revert that it says it is. */
  readonly verified: boolean;
  /** Two people signed an exception for this intent, and it holds today. */
  readonly signedOff: boolean;
}

export interface Row {
  readonly id:
    | "harmless"
    | "ok"
    | "rollback"
    | "drift-revert"
    | "signed-off"
    | "frozen"
    | "new"
    | "unknown"
    | "destructive"
    | "caution";
  readonly when: string;
  readonly answer: Answer;
  readonly because: string;
  readonly holds: (release: Release) => boolean;
}

/** The first row that holds decides. What cures a service comes before what the state of its budget says. */
export const PROTOCOL: readonly Row[] = [
  {
    id: "harmless",
    when: "the plan changes nothing, or only what cannot hurt an objective",
    answer: "pass",
    because: "alerts, boards and tags must stay mendable while a service burns",
    holds: ({ effect }) => effect === "none" || effect === "harmless",
  },
  {
    id: "ok",
    when: "the budget is ok",
    answer: "pass",
    because: "at or above its objectives a service releases as it likes",
    holds: ({ state }) => state === "ok",
  },
  {
    id: "rollback",
    when: "a rollback, verified",
    answer: "list",
    because: "going back is the cure",
    holds: ({ intent, verified }) => intent === "rollback" && verified,
  },
  {
    id: "drift-revert",
    when: "a drift revert, verified",
    answer: "list",
    because: "it restores what was judged and applied",
    holds: ({ intent, verified }) => intent === "drift-revert" && verified,
  },
  {
    id: "signed-off",
    when: "a security or P0 fix with an exception that two people signed and that holds today",
    answer: "exempt",
    because: "waiting costs users more than the change can",
    holds: ({ intent, signedOff }) => (intent === "security" || intent === "p0") && signedOff,
  },
  {
    id: "frozen",
    when: "the budget is frozen",
    answer: "deny",
    because: "nothing else goes out until the service is back within its objectives",
    holds: ({ state }) => state === "frozen",
  },
  {
    id: "new",
    when: "the state is unknown, and the plan makes the whole service and takes nothing away",
    answer: "list",
    because: "what nobody uses yet has spent no budget, and nothing measures it before it is there",
    holds: ({ state, effect, isNew }) => state === "unknown" && isNew && effect !== "destructive",
  },
  {
    id: "unknown",
    when: "the state of the budget is unknown",
    answer: "undetermined",
    because:
      "nobody can say that there is budget: a warning, or a denial where the environment says so",
    holds: ({ state }) => state === "unknown",
  },
  {
    id: "destructive",
    when: "caution, and the plan deletes, replaces or forgets something",
    answer: "undetermined",
    because: "while a budget burns fast, changes stay small enough to be taken back",
    holds: ({ effect }) => effect === "destructive",
  },
  {
    id: "caution",
    when: "caution, and the plan creates or updates in place",
    answer: "list",
    because: "releases go on, and whoever reviews knows that the budget runs low",
    holds: () => true,
  },
];

/** What the policy says of a release. */
export function decide(release: Release): Row {
  const row = PROTOCOL.find(({ holds }) => holds(release));
  if (row === undefined) throw new Error("the last row holds for every release");
  return row;
}
