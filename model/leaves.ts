import { z } from "zod";
import { tryParseDuration, tryParseShortDuration } from "./duration";
import { leaf, show } from "./problems";

/** The leaves that shapes are made of, each with the sentence that says what is expected. */

export const isText = (value: unknown): value is string => typeof value === "string";

export const text = (what: string) =>
  leaf<string>(what, (value) => isText(value) && value.trim() !== "" && value.length <= 500);

export const pattern = (what: string, regex: RegExp) =>
  leaf<string>(what, (value) => isText(value) && regex.test(value));

export const oneOf = (...values: readonly (string | number | boolean)[]) =>
  leaf(values.map((value) => JSON.stringify(value)).join(" or "), (value) =>
    (values as readonly unknown[]).includes(value),
  );

export const whole = (least: number, most: number) =>
  leaf<number>(
    `a whole number from ${least} to ${most}`,
    (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  );

export const duration = (least: string, most: string) =>
  leaf<string>(`a duration from "${least}" to "${most}"`, (value) => {
    const parsed = tryParseDuration(value);
    return (
      parsed !== undefined &&
      parsed >= (tryParseDuration(least) ?? 0) &&
      parsed <= (tryParseDuration(most) ?? 0)
    );
  });

export const wholeDays = (least: number, most: number) =>
  leaf<string>(`a number of days from "${least}d" to "${most}d"`, (value) => {
    const days = (tryParseDuration(value) ?? NaN) / 86_400;
    return Number.isInteger(days) && days >= least && days <= most;
  });

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const LOG_RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
];

export const logRetention = leaf<string>(
  `a number of days that CloudWatch keeps logs for (${LOG_RETENTION_DAYS.slice(0, 8).join("d, ")}d …)`,
  (value) => {
    const parsed = tryParseDuration(value);
    return parsed !== undefined && LOG_RETENTION_DAYS.includes(parsed / 86_400);
  },
);

export const shortDuration = leaf<string>(
  'a time such as "800ms" or "2s", at most "900s"',
  (value) => {
    const parsed = tryParseShortDuration(value);
    return parsed !== undefined && parsed > 0 && parsed <= 900_000;
  },
);

export const rate = leaf<number>(
  "a number of events a second, 0 or more",
  (value) => typeof value === "number" && Number.isFinite(value) && value >= 0,
);

export const target = leaf<number>(
  "a percentage between 0 and 100 (exclusive)",
  (value) => typeof value === "number" && value > 0 && value < 100,
);

export const identifier = pattern(
  "1 to 30 lower-case letters, digits and dashes, starting with a letter",
  /^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$/,
);

export const list = (item: z.ZodType, what: string) =>
  z.array(item, { error: (issue) => `expected a list of ${what}, got ${show(issue.input)}` });

/** Some of these words. */
export const eachOnce = (words: readonly string[]) =>
  leaf<readonly string[]>(
    `a list of one or more of ${words.map((word) => JSON.stringify(word)).join(", ")}, each once`,
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      new Set(value).size === value.length &&
      value.every((word) => (words as readonly unknown[]).includes(word)),
  );

/** A value whose own form says which shape it is to have. */
export const shapedBy = (shapeOf: (value: unknown) => z.ZodType) =>
  z.unknown().superRefine((value, context) => {
    for (const issue of shapeOf(value).safeParse(value).error?.issues ?? [])
      context.addIssue({ ...issue });
  });

/** A list that the cloud bounds. */
export const some = (item: z.ZodType, what: string, most: number) =>
  list(item, what).refine((values) => values.length >= 1 && values.length <= most, {
    error: ({ input }) => `expected 1 to ${most} ${what}, got ${(input as unknown[]).length}`,
  });

/** What an object says that it is; the property tells apart the members of a union. */
export const kindOf = (value: unknown, property: string): string =>
  show((value as Record<string, unknown> | null | undefined)?.[property]);

export const day = leaf<string>("a day such as 2026-01-31", (value) => {
  if (!isText(value) || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
});

export const tagValue = pattern(
  "1 to 63 lower-case letters, digits and dashes (a tag on AWS, a label on Google Cloud)",
  /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
);

export const serviceName = pattern(
  "2 to 20 lower-case letters, digits and dashes, starting with a letter",
  /^[a-z][a-z0-9-]{0,18}[a-z0-9]$/,
);

export const domainName = pattern(
  "a domain such as example.com",
  /^(?=.{4,200}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
);
