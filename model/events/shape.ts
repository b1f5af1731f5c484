import { z } from "zod";
import {
  duration,
  isText,
  list,
  logRetention,
  oneOf,
  pattern,
  serviceName,
  some,
  wholeDays,
} from "../leaves";
import { leaf, shape, show } from "../problems";
import { codeFolder } from "../workloads/function_shape";
import { jsonSchema } from "../workloads/json_schema";

/** The keys of a record say themselves what is wrong with them. */
const byName = (what: string) => ({
  error: (issue: z.core.$ZodRawIssue) =>
    issue.code === "invalid_key" ? issue.issues[0]?.message : `expected an object of ${what}`,
});

const eventName = pattern(
  "2 to 64 lower-case letters, digits, dots and dashes, such as order.placed",
  /^(?=.{2,64}$)[a-z][a-z0-9]*([.-][a-z0-9]+)*$/,
);

const fieldName = pattern(
  "a field of the event's data, such as customer.tier",
  /^[A-Za-z_$][\w$-]*(\.[A-Za-z_$][\w$-]*){0,9}$/,
);

const BOUNDS = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"];

/** SNS and EventBridge compare numbers of up to five digits after the point, no further than a billion from 0. */
const isBound = (value: unknown): boolean =>
  typeof value === "number" && Math.abs(value) <= 1_000_000_000;

const isWord = (value: unknown): boolean => isText(value) && value !== "";
const isPlain = (value: unknown): boolean => isText(value) || isBound(value);

const holds: Readonly<Record<string, (value: unknown) => boolean>> = {
  prefix: isWord,
  suffix: isWord,
  exists: (value) => typeof value === "boolean",
  // EventBridge takes no mixture.
  not: (value) =>
    Array.isArray(value) && value.length > 0 && (value.every(isText) || value.every(isBound)),
};

/** One bound at each end at most, the lower one below the upper. */
function isRange(bounds: Readonly<Record<string, unknown>>): boolean {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = bounds;
  const [from, to] = [minimum ?? exclusiveMinimum, maximum ?? exclusiveMaximum];
  const twice =
    (minimum !== undefined && exclusiveMinimum !== undefined) ||
    (maximum !== undefined && exclusiveMaximum !== undefined);
  return !twice && (from === undefined || to === undefined || Number(from) < Number(to));
}

function isCondition(value: object): boolean {
  const entries = Object.entries(value);
  const [first] = entries;
  if (first === undefined) return false;
  if (BOUNDS.includes(first[0]))
    return (
      entries.every(([key, bound]) => BOUNDS.includes(key) && isBound(bound)) &&
      isRange(Object.fromEntries(entries))
    );
  return entries.length === 1 && (holds[first[0]]?.(first[1]) ?? false);
}

const fieldMatch = leaf(
  "a text, a number, true, false or null, or one of { prefix }, { suffix }, { not }, { exists } and bounds such as { minimum }",
  (value) =>
    value === null ||
    typeof value === "boolean" ||
    isPlain(value) ||
    (typeof value === "object" && !Array.isArray(value) && isCondition(value)),
);

export const publishesShape = z
  .record(
    eventName,
    shape({ schema: jsonSchema, via: oneOf("bus", "topic", "orderedTopic").optional() }),
    byName("events by name"),
  )
  .optional();

/**
 * The stream holds an event for a day: what was not taken is given up well before that. A day after it was given up, each is still in the table.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
 */
export const outboxShape = shape({
  keep: z
    .union([z.literal("forever"), wholeDays(2, 365)], {
      error: ({ input }) =>
        `expected a number of days from "2d" to "365d" or "forever", got ${show(input)}`,
    })
    .optional(),
  giveUpAfter: duration("1m", "12h").optional(),
  code: codeFolder.optional(),
  logRetention: logRetention.optional(),
}).optional();

export const subscribesShape = list(
  shape({
    service: serviceName,
    events: some(eventName, "events", 50).optional(),
    filter: z
      .record(fieldName, some(fieldMatch, "values", 50), byName("values by field"))
      .optional(),
  }),
  "subscriptions",
).optional();

export const eventBusShape = shape({
  archive: z
    .union([z.literal("none"), wholeDays(1, 365)], {
      error: ({ input }) =>
        `expected a number of days from "1d" to "365d" or "none", got ${show(input)}`,
    })
    .optional(),
}).optional();
