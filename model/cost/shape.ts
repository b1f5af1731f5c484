import { z } from "zod";
import { isText, list, oneOf, pattern, some, text, wholeDays } from "../leaves";
import { leaf, shape, show } from "../problems";
import { MADE } from "./cost";

/** Samples are kept a little longer than the longest of the looks back. */
const MOST_IDLE_DAYS = 60;

/** Of one notification of a budget. */
const MOST_EMAILS = 10;

/** Of which account an anomaly monitor is. */
export const MONITOR = /^arn:aws:ce::(\d{12}):anomalymonitor\/[0-9a-f-]{36}$/;

const dollars = leaf<number>(
  "US dollars, more than 0 and in whole cents",
  (value) =>
    typeof value === "number" && value > 0 && value <= 1e9 && Number(value.toFixed(2)) === value,
);

const percentage = leaf<number>(
  "a percentage of the budget, more than 0 and at most 1000",
  (value) => typeof value === "number" && value > 0 && value <= 1_000,
);

const email = pattern(
  "an address such as costs@example.com",
  /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[a-z]+$/i,
);

const monitor = leaf<string>(
  `"${MADE}" or the ARN of an anomaly monitor`,
  (value) => isText(value) && (value === MADE || MONITOR.test(value)),
);

const anomaliesShape = z.union(
  [z.literal("none"), shape({ impact: dollars.optional(), monitor: monitor.optional() })],
  {
    error: (issue) =>
      `expected { impact: US dollars, monitor: "made" or an ARN } or "none", got ${show(issue.input)}`,
  },
);

const idleShape = z.union(
  [
    z.literal("none"),
    shape({
      after: wholeDays(1, MOST_IDLE_DAYS).optional(),
      expected: list(text("a service or a part of one"), "resources").optional(),
    }),
  ],
  {
    error: (issue) =>
      `expected { after: a number of days from "1d" to "${MOST_IDLE_DAYS}d", expected: a list of resources } or "none", got ${show(issue.input)}`,
  },
);

export const costShape = shape({
  monthly: dollars,
  notify: shape({
    emails: some(email, "addresses", MOST_EMAILS).optional(),
    topic: oneOf(true, false).optional(),
  }),
  spent: list(percentage, "percentages").optional(),
  forecast: list(percentage, "percentages").optional(),
  scope: oneOf("account", "environment").optional(),
  anomalies: anomaliesShape.optional(),
  idle: idleShape.optional(),
});
