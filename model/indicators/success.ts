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

/** Events processed without being set aside in the dead-letter queue. */
export interface SuccessObjective extends ObjectiveBase, Budgeted {
  readonly sli: "success";
}

export interface SettledSuccess extends SettledBase, SettledBudgeting {
  readonly sli: "success";
}

export const success = {
  shape: shape({ ...baseFields, ...budgetedFields, sli: z.literal("success") }),

  problems: budgetingProblems,

  settle: (declared: SuccessObjective, base: SettledBase): SettledSuccess => ({
    ...base,
    ...settleBudgeting(declared),
    sli: "success",
  }),

  /** Whose events are counted alike: an event that a dependency loses is one that its caller loses. */
  isBehind: (dependency: SuccessObjective, own: SuccessObjective): boolean =>
    countSingly(dependency, own),
};
