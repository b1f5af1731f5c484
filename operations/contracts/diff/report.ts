/** What `plinth contracts diff --json` prints; docs/contracts.md describes each field. */
export interface ContractsDiff {
  readonly schema: "plinth.contracts-diff/v1";
  /** The commits that were compared, in full. */
  readonly base: string;
  readonly head: string;
  readonly breaking: number;
  /** Every contract of either commit, by its file. */
  readonly contracts: readonly ComparedContract[];
}

export interface ComparedContract {
  /** From the repository's root. */
  readonly file: string;
  readonly kind: Kind;
  /** Whose it is, in the head where it is there. */
  readonly services: readonly string[];
  readonly environments: readonly string[];
  readonly state: "added" | "removed" | "changed" | "unchanged";
  readonly changes: readonly Change[];
}

export type Kind = "openapi" | "asyncapi" | "graphql" | "proto";

export interface Change {
  /** `breaking`: a caller that was right is wrong now. `warning`: some may be. */
  readonly level: Level;
  /** The differ's name of the rule. */
  readonly rule: string;
  /** The operation, field or message. */
  readonly where: string;
  readonly message: string;
}

export const LEVELS = ["breaking", "warning", "info"] as const;
export type Level = (typeof LEVELS)[number];

/** The worst first, then by place. */
export const sorted = (changes: readonly Change[]): Change[] =>
  [...changes].sort(
    (one, other) =>
      LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) ||
      compare(one.where, other.where) ||
      compare(one.message, other.message),
  );

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

export const countBreaking = (contracts: readonly ComparedContract[]): number =>
  contracts.flatMap(({ changes }) => changes).filter(({ level }) => level === "breaking").length;

/** What people read: each contract that differs, its changes below it, and the sum. */
export function renderText({ contracts, breaking, base, head }: ContractsDiff): string {
  const told = contracts.filter(({ state }) => state !== "unchanged").map(contractText);
  const commits = `${base.slice(0, 12)}..${head.slice(0, 12)}`;
  const sum = `contracts: ${contracts.length}, different: ${told.length}, breaking changes: ${breaking} (${commits})`;
  return [...told, sum, ""].join("\n");
}

function contractText({ file, services, environments, state, changes }: ComparedContract): string {
  const head = `${file} (${services.join(", ")} in ${environments.join(", ")}): ${state}`;
  const lines = changes.map(
    ({ level, rule, where, message }) =>
      `  ${level.padEnd(8)}  ${where}: ${message.replace(/\s+/g, " ")} [${rule}]`,
  );
  return [head, ...lines].join("\n");
}
