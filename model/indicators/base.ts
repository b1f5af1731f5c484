import type { Decimal } from "decimal.js";
import { BUDGET_WINDOWS } from "../burn";
import type { BudgetWindow, ServiceDeclaration } from "../declaration";
import type { EnvironmentDeclaration } from "../environment";
import { identifier, list, oneOf, target, text } from "../leaves";

/** What every objective declares, whatever it counts. */
export interface ObjectiveBase {
  /** Lower-case letters, digits and dashes, unique within the service. */
  readonly name: string;

  /** Percent of good events or minutes, such as 99.9. */
  readonly target: number;

  /** The period over which the budget is counted; `30d` where nothing speaks for another. */
  readonly window: BudgetWindow;

  /** What the person who is paged does first, in order; becomes the runbook's entry. */
  readonly firstSteps: readonly string[];
}

/** What every objective is after {@link settle}. */
export interface SettledBase {
  readonly name: string;
  /** Percent, exact: 99.9. */
  readonly targetPercent: Decimal;
  /** 1 - target, exact: 0.001. */
  readonly budget: Decimal;
  /** The period over which the budget is counted. */
  readonly window: BudgetWindow;
  /** Days of the window; of a month, those of the tiers it alerts by: 30. */
  readonly windowDays: number;
  readonly firstSteps: readonly string[];
}

export const baseFields = {
  name: identifier,
  target,
  window: oneOf(...BUDGET_WINDOWS),
  firstSteps: list(text("one step in a sentence"), "steps").min(1, {
    error: () => "expected at least one step: what does the person who is paged do first?",
  }),
};

/** Where an objective is declared, for what its fields mean to the rest. */
export interface Surroundings {
  readonly service: ServiceDeclaration;
  readonly environment: EnvironmentDeclaration;
}

/** A problem of one of an objective's fields. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export const problemIf = (field: string, message: string | undefined): FieldProblem[] =>
  message === undefined ? [] : [{ field, message }];
