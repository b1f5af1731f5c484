import { z } from "zod";
import { shape } from "../problems";
import { baseFields, type ObjectiveBase, type SettledBase } from "./base";
import {
  budgetedFields,
  budgetingProblems,
  settleBudgeting,
  type Budgeted,
  type SettledBudgeting,
} from "./budgeting";

/**
 * Requests that a cache near their callers answers by itself. Bad are those for which the store had to be asked; errors
 * count neither as one nor as the other.
 */
export interface CacheHitObjective extends ObjectiveBase, Budgeted {
  readonly sli: "cacheHit";
}

export interface SettledCacheHit extends SettledBase, SettledBudgeting {
  readonly sli: "cacheHit";
}

export const cacheHit = {
  shape: shape({ ...baseFields, ...budgetedFields, sli: z.literal("cacheHit") }),

  problems: budgetingProblems,

  settle: (declared: CacheHitObjective, base: SettledBase): SettledCacheHit => ({
    ...base,
    ...settleBudgeting(declared),
    sli: "cacheHit",
  }),
};
