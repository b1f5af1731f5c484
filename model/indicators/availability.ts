import { z } from "zod";
import { shape } from "../problems";
import { baseFields, type ObjectiveBase, type SettledBase } from "./base";
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
}

export interface SettledAvailability extends SettledBase, SettledBudgeting {
  readonly sli: "availability";
}

export const availability = {
  shape: shape({ ...baseFields, ...budgetedFields, sli: z.literal("availability") }),

  problems: budgetingProblems,

  settle: (declared: AvailabilityObjective, base: SettledBase): SettledAvailability => ({
    ...base,
    ...settleBudgeting(declared),
    sli: "availability",
  }),

  /** Whose requests are counted alike: one that a dependency fails is one that its caller fails. */
  isBehind: (dependency: AvailabilityObjective, own: AvailabilityObjective): boolean =>
    countSingly(dependency, own),
};
