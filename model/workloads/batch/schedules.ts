import { z } from "zod";
import { leaf, shape, show } from "../../problems";
import { isText, pattern } from "../../leaves";

/** When something starts by itself, by the schedule's name: 1 to 20 lower-case letters, digits and dashes. */
export type SchedulesDeclaration = Readonly<Record<string, ScheduleDeclaration>>;

/** Times at which something starts. */
export interface ScheduleDeclaration {
  /**
   * Minutes, hours, day of the month, month, day of the week and year, as EventBridge reads them: `0 3 * * ? *` is each night at three. One of
   * the two days is `?`.
   */
  readonly cron: string;

  /**
   * The zone of those times, which knows its summer.
   *
   * @default "UTC"
   */
  readonly timezone?: string;
}

/** After `settle`: nothing is optional. */
export interface Schedule {
  readonly name: string;
  readonly cron: string;
  readonly timezone: string;
}

/** @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based */
const cron = pattern(
  'six fields such as "0 3 * * ? *", of which one of the two days is ?',
  /^[0-9*,/-]+ [0-9*,/-]+ (\? [0-9A-Z*,/-]+ [0-9A-Z*,/#-]+|[0-9LW*,/-]+ [0-9A-Z*,/-]+ \?) [0-9*,/-]+$/,
);

const timezone = leaf<string>("a zone such as Europe/Zurich", (value) => {
  if (!isText(value) || !/^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/.test(value)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
});

/** So long that a schedule's name, with those of environment, cell and service before it, has 64 characters at most. */
const NAME = /^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$/;

export const schedulesShape = z
  .record(z.string(), shape({ cron, timezone: timezone.optional() }), {
    error: () => "expected an object of schedules by name",
  })
  .superRefine((value, context) => {
    for (const name of Object.keys(value).filter((key) => !NAME.test(key)))
      context.addIssue({
        code: "custom",
        path: [name],
        message: `expected a name of 1 to 20 lower-case letters, digits and dashes, starting with a letter, got ${show(name)}`,
      });
  });

/** Sorted by name. */
export const settleSchedules = (declared: SchedulesDeclaration = {}): readonly Schedule[] =>
  Object.entries(declared)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { cron, timezone = "UTC" }]) => ({ name, cron, timezone }));
