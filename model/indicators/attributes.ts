import { z } from "zod";
import { TAKEN_LABELS, labelOf } from "../application_signals";
import { leaf, show } from "../problems";
import type { FieldProblem } from "./base";

/**
 * Which data points of a metric are meant: those whose attributes have one of the values. An empty value stands for
 * points without the attribute, as those without an `error.type` are of what succeeded.
 */
export type Attributes = Readonly<Record<string, string | readonly string[]>>;

/** After {@link settleAttributes}: the values of each attribute. */
export type SettledAttributes = Readonly<Record<string, readonly string[]>>;

const WORD = "[a-z0-9]+(_[a-z0-9]+)*";

/** A name in the style of OpenTelemetry's semantic conventions. */
export const SEMANTIC_NAME = new RegExp(`^(?=.{1,100}$)(?=[a-z])${WORD}([.]${WORD})*$`);

const isValue = (value: unknown): boolean =>
  typeof value === "string" && /^([A-Za-z0-9][A-Za-z0-9_.:/ -]{0,99})?$/.test(value);

const value = leaf<string | readonly string[]>(
  "a value of letters, digits and _.:/ -, or a list of such values",
  (given) => (Array.isArray(given) ? given.length > 0 && given.every(isValue) : isValue(given)),
);

export const attributes = z.record(z.string().regex(SEMANTIC_NAME), value, {
  error: (issue) =>
    `expected attributes of lower-case words such as {"order.outcome":"accepted"}, got ${show(issue.input)}`,
});

export const settleAttributes = (declared: Attributes): SettledAttributes =>
  Object.fromEntries(
    Object.entries(declared).map(([key, values]) => [
      key,
      typeof values === "string" ? [values] : values,
    ]),
  );

/** Attributes of which Prometheus would have two labels of one name. */
export const takenProblems = (field: string, declared: Attributes): FieldProblem[] =>
  Object.keys(declared)
    .filter((key) => TAKEN_LABELS.includes(labelOf(key)))
    .map((key) => ({
      field: `${field}.${key}`,
      message: `expected another attribute than ${show(key)}, whose label ${labelOf(key)} says whose the metric is`,
    }));
