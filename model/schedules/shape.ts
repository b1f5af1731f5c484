import { z } from "zod";
import { duration, identifier, isText } from "../leaves";
import { isTimeZone } from "../maintenance";
import { leaf, shape, show } from "../problems";
import { tryParseDuration } from "../duration";

/** A name as the time zone database spells it: Scheduler takes no other, and no offset. */
export const timeZone = leaf<string>(
  "a time zone such as Europe/Berlin",
  (value) =>
    isText(value) && /^(UTC|[A-Z]\w+(\/[A-Z][\w+-]+){1,2})$/.test(value) && isTimeZone(value),
);

const wholeMinutes = (least: string, most: string) =>
  duration(least, most).refine((value) => (tryParseDuration(value) ?? 0) % 60 === 0, {
    error: ({ input }) => `expected whole minutes, got ${show(input)}`,
  });

const isData = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What is written under `schedules` of a workload, field by field. */
export const schedulesShape = z
  .record(
    identifier,
    shape({
      cron: leaf<string>('a cron expression such as "0 3 * * ? *"', isText).optional(),
      rate: wholeMinutes("1m", "365d").optional(),
      timeZone: timeZone.optional(),
      payload: leaf<Record<string, unknown>>("an object, the event's data", isData).optional(),
      flexibleWindow: wholeMinutes("1m", "24h").optional(),
    }),
    {
      error: (issue) =>
        issue.code === "invalid_key"
          ? issue.issues[0]?.message
          : "expected an object of schedules by name",
    },
  )
  .optional();
