import { z } from "zod";
import type { ServiceDeclaration } from "../declaration";
import { oneOf } from "../leaves";
import { shape } from "../problems";
import {
  baseFields,
  problemIf,
  type FieldProblem,
  type ObjectiveBase,
  type SettledBase,
  type Surroundings,
} from "./base";
import {
  budgetedFields,
  budgetingProblems,
  countSingly,
  settleBudgeting,
  type Budgeted,
  type SettledBudgeting,
} from "./budgeting";

/**
 * Requests that do not fail by the service's fault, counted at the API, which is where users are. Bad are those answered
 * with 5xx; those answered with 4xx are their caller's, and good, a refusal by the throttle (429) among them.
 */
export interface AvailabilityObjective extends ObjectiveBase, Budgeted {
  readonly sli: "availability";

  /**
   * Where an API that has an `edge` is looked at: `edge` counts what callers are answered, by caches and the firewall's distribution too; `api` what comes
   * through to the API.
   *
   * @default "api"
   */
  readonly at?: "api" | "edge";
}

export interface SettledAvailability extends SettledBase, SettledBudgeting {
  readonly sli: "availability";
  readonly at: "api" | "edge";
}

/** Whether an objective of an API is about what callers are answered at the edge. */
export const countsAtEdge = (objective: {
  readonly sli: string;
  readonly at?: "api" | "edge";
}): boolean => objective.sli === "availability" && objective.at === "edge";

export const availability = {
  shape: shape({
    ...baseFields,
    ...budgetedFields,
    sli: z.literal("availability"),
    at: oneOf("api", "edge").optional(),
  }),

  problems: (objective: AvailabilityObjective, { service }: Surroundings): FieldProblem[] => [
    ...budgetingProblems(objective),
    ...problemIf("at", placeProblem(objective, service)),
  ],

  settle: (declared: AvailabilityObjective, base: SettledBase): SettledAvailability => ({
    ...base,
    ...settleBudgeting(declared),
    sli: "availability",
    at: declared.at ?? "api",
  }),

  /** Whose requests are counted alike: one that a dependency fails is one that its caller fails. */
  isBehind: (dependency: AvailabilityObjective, own: AvailabilityObjective): boolean =>
    countSingly(dependency, own),
};

function placeProblem(
  { at }: AvailabilityObjective,
  { workload }: ServiceDeclaration,
): string | undefined {
  if (at === undefined || (workload.kind === "requestDriven" && workload.edge !== undefined))
    return undefined;
  return `expected nothing of a service without an API at the edge (\`workload.edge\`), which is looked at in one place, got "${at}"; leave it out`;
}
