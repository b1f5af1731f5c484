import { Decimal } from "decimal.js";
import { oneOf, target } from "../leaves";
import { problemIf, type FieldProblem } from "./base";

/** What a budget is made of: single requests or events, or whole minutes. */
export type Budgeting = "requests" | "time-slices";

/** Of an objective over events that can be counted one by one, or minute by minute. */
export interface Budgeted {
  /**
   * `requests`: each event is good or bad, and a busy minute weighs more than a quiet one. `time-slices`: each minute with
   * events is good or bad, and weighs the same.
   *
   * @default - "time-slices" where `sliceTarget` is declared, or where the cloud counts no single events
   */
  readonly budgeting?: Budgeting;

  /**
   * Percent of a minute's events that have to be good for the minute to be good. Time slices only.
   *
   * @default 99
   */
  readonly sliceTarget?: number;
}

/** A budget after {@link settle}. */
export interface SettledBudgeting {
  /** Percent of a minute's events that have to be good; undefined: events are counted one by one. */
  readonly sliceTarget: Decimal | undefined;
}

export const budgetedFields = {
  budgeting: oneOf("requests", "time-slices").optional(),
  sliceTarget: target.optional(),
};

const DEFAULT_SLICE_TARGET = 99;

/** @param otherwise - what a declaration that says nothing means */
export const budgetingOf = (
  { budgeting, sliceTarget }: Budgeted,
  otherwise: Budgeting = "requests",
): Budgeting => budgeting ?? (sliceTarget === undefined ? otherwise : "time-slices");

export const settleBudgeting = (declared: Budgeted, otherwise?: Budgeting): SettledBudgeting => ({
  sliceTarget:
    budgetingOf(declared, otherwise) === "requests"
      ? undefined
      : new Decimal(declared.sliceTarget ?? DEFAULT_SLICE_TARGET),
});

/** Whether each of them counts what happens one by one, so that what one loses another one does. */
export const countSingly = (...objectives: readonly Budgeted[]): boolean =>
  objectives.every((one) => budgetingOf(one) === "requests");

export const budgetingProblems = ({ budgeting, sliceTarget }: Budgeted): FieldProblem[] =>
  problemIf(
    "sliceTarget",
    budgeting === "requests" && sliceTarget !== undefined
      ? `expected nothing where each request is counted, got ${sliceTarget}; leave it out, or say budgeting: "time-slices"`
      : undefined,
  );
