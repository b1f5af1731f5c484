import { z } from "zod";
import { windowDays } from "../burn";
import type { Duration } from "../declaration";
import { seconds } from "../duration";
import { duration, pattern, whole } from "../leaves";
import { shape, show } from "../problems";
import {
  attributes,
  SEMANTIC_NAME,
  settleAttributes,
  takenProblems,
  type Attributes,
  type SettledAttributes,
} from "./attributes";
import {
  baseFields,
  problemIf,
  type FieldProblem,
  type ObjectiveBase,
  type SettledBase,
} from "./base";
import {
  budgetedFields,
  budgetingProblems,
  settleBudgeting,
  type Budgeted,
  type SettledBudgeting,
} from "./budgeting";

/**
 * What the service is for, as its own code counts it: orders that were accepted of all that were placed.
 *
 * The code counts each outcome once, by a counter of OpenTelemetry (`createCounter`: monotonic, cumulative) with an
 * attribute that tells the good ones, and sends it by OTLP to the environment's collector with the variables of
 * `otel/<service>.env`. Its resource carries `service.instance.id`, another one for each process: without it the
 * collector takes the counters of all processes for one.
 */
export interface BusinessObjective extends ObjectiveBase, Budgeted {
  readonly sli: "business";

  /** The counter's name in OpenTelemetry, such as `orders.placed`. Both good ones and bad ones count there. */
  readonly metric: string;

  /** The counter's unit: the thing that is counted, in braces, such as `{order}`. */
  readonly unit: string;

  /** Which of them are good: `{ "order.outcome": "accepted" }`, or `{ "error.type": "" }` for those without an error. */
  readonly good: Attributes;

  /**
   * Which of them count at all: `{ "order.outcome": ["accepted", "failed"] }` leaves out what customers cancelled.
   *
   * @default - all
   */
  readonly of?: Attributes;

  /** How many there are on an ordinary day: what the guard against alerts in low traffic is reckoned from. */
  readonly perDay: number;

  /**
   * How long the service may be quiet. A counter comes into being with its first outcome and ends with its process, so
   * silence alone is no fault; when nothing was heard for longer, it is not known whether nothing happens or nobody
   * counts, and the absent alert says so.
   *
   * @default "7d"
   */
  readonly quietFor?: Duration;
}

export interface SettledBusiness extends SettledBase, SettledBudgeting {
  readonly sli: "business";
  readonly metric: string;
  readonly good: SettledAttributes;
  readonly of: SettledAttributes;
  readonly perDay: number;
  readonly quietSeconds: number;
}

const QUIET: Duration = "7d";

const metricName = pattern(
  "a name of lower-case words with dots and underscores such as orders.placed",
  SEMANTIC_NAME,
);

/** Other units stand in the series' name, and are of what is measured rather than counted. */
const countedThing = pattern(
  "what is counted, in braces such as {order}",
  /^\{[a-z][a-z0-9_]{0,61}\}$/,
);

export const business = {
  shape: shape({
    ...baseFields,
    ...budgetedFields,
    sli: z.literal("business"),
    metric: metricName,
    unit: countedThing,
    good: attributes,
    of: attributes.optional(),
    perDay: whole(1, 1_000_000_000),
    quietFor: duration("1h", "30d").optional(),
  }),

  problems: (declared: BusinessObjective): FieldProblem[] => [
    ...budgetingProblems(declared),
    ...takenProblems("good", declared.good),
    ...takenProblems("of", declared.of ?? {}),
    ...goodProblems(settleAttributes(declared.good), settleAttributes(declared.of ?? {})),
    ...problemIf("quietFor", tooQuietProblem(declared)),
  ],

  settle: (declared: BusinessObjective, base: SettledBase): SettledBusiness => ({
    ...base,
    ...settleBudgeting(declared),
    sli: "business",
    metric: declared.metric,
    good: settleAttributes(declared.good),
    of: settleAttributes(declared.of ?? {}),
    perDay: declared.perDay,
    quietSeconds: seconds(declared.quietFor ?? QUIET),
  }),
};

/** Of an attribute that is named in both, the good values are some of those that count; and some that count are not good. */
function goodProblems(good: SettledAttributes, of: SettledAttributes): FieldProblem[] {
  const strangers = Object.entries(good).flatMap(([key, values]) => {
    const stranger = values.find((value) => of[key]?.includes(value) === false);
    return problemIf(
      `good.${key}`,
      stranger === undefined
        ? undefined
        : `expected values that count by \`of\`, got ${show(stranger)}`,
    );
  });
  if (strangers.length > 0 || toldBy({ good, of }) !== undefined) return strangers;
  return [{ field: "good", message: "expected an attribute that some of what counts has not" }];
}

/** An attribute by which a bad one can be told: it has no value that is good. */
export const toldBy = ({ good, of }: Pick<SettledBusiness, "good" | "of">): string | undefined =>
  Object.keys(good).find(
    (key) => of[key] === undefined || of[key].some((value) => !good[key]?.includes(value)),
  );

/** Prometheus keeps samples for as long as the budget looks back. */
function tooQuietProblem({ quietFor = QUIET, window }: BusinessObjective): string | undefined {
  const days = windowDays(window);
  if (seconds(quietFor) <= days * 86_400) return undefined;
  return `expected at most the window's ${days} days, got ${show(quietFor)}`;
}
