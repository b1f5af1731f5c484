import { z } from "zod";
import type { Duration, ServiceDeclaration } from "../declaration";
import { seconds } from "../duration";
import { duration, text } from "../leaves";
import { shape, show } from "../problems";
import {
  baseFields,
  problemIf,
  type FieldProblem,
  type ObjectiveBase,
  type SettledBase,
  type Surroundings,
} from "./base";

/**
 * Minutes in which a store's copy in another region is behind by no more than a threshold, and in which nothing failed to be
 * copied. S3 counts what waits and what fails, and not what it copies: there is no share of objects to promise.
 */
export interface ReplicationObjective extends ObjectiveBase {
  readonly sli: "replication";

  /** Which of the service's stores; it declares `replicate`. */
  readonly store: string;

  /**
   * The most that the copy may be behind: what is lost with the region (a recovery point).
   *
   * @default "15m", which is what S3 promises with time control
   */
  readonly threshold?: Duration;
}

export interface SettledReplication extends SettledBase {
  readonly sli: "replication";
  readonly store: string;
  readonly thresholdSeconds: number;
}

export const replication = {
  shape: shape({
    ...baseFields,
    sli: z.literal("replication"),
    store: text("the name of a store"),
    threshold: duration("60s", "24h").optional(),
  }),

  problems: (declared: ReplicationObjective, { service }: Surroundings): FieldProblem[] =>
    problemIf("store", uncopiedProblem(declared, service)),

  settle: (declared: ReplicationObjective, base: SettledBase): SettledReplication => ({
    ...base,
    sli: "replication",
    store: declared.store,
    thresholdSeconds: seconds(declared.threshold ?? "15m"),
  }),
};

function uncopiedProblem(
  { store }: ReplicationObjective,
  { stores }: ServiceDeclaration,
): string | undefined {
  const copied = Object.entries(stores).flatMap(([name, one]) =>
    one.kind === "object" && one.replicate !== undefined ? [name] : [],
  );
  if (copied.includes(store)) return undefined;
  const expected = copied.map((name) => JSON.stringify(name)).join(" or ");
  return expected === ""
    ? `expected no such objective of a service without a store that declares \`replicate\`, got ${show(store)}`
    : `expected ${expected}, of which another region has a copy (\`replicate\`), got ${show(store)}`;
}
