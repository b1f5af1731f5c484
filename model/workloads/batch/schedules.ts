import { z } from "zod";
import { cronProblem } from "../../schedules/cron";
import { timeZone } from "../../schedules/shape";
import { shape, show } from "../../problems";
import { isText } from "../../leaves";

/** When jobs start by themselves, by the schedule's name: 1 to 20 lower-case letters, digits and dashes. */
export type JobSchedulesDeclaration = Readonly<Record<string, JobScheduleDeclaration>>;

/** Times at which a job starts. */
export interface JobScheduleDeclaration {
  /**
   * Minutes, hours, days of the month, months, days of the week and years, such as `0 3 * * ? *`: each day at 3. One of the two fields of days is
   * `?`.
   *
   * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based
   */
  readonly cron: string;

  /**
   * Where `cron` is that time, such as `Europe/Berlin`. In the night in which clocks go forward, a time that is left out is skipped; in that in
   * which they go back, one that comes twice is kept once.
   *
   * @default "UTC"
   */
  readonly timeZone?: string;
}

/** After `settle`: nothing is optional. */
export interface JobSchedule {
  readonly name: string;
  readonly cron: string;
  readonly timeZone: string;
}

const cron = z.unknown().superRefine((value, context) => {
  const message = isText(value)
    ? cronProblem(value)
    : `expected a cron expression such as "0 3 * * ? *", got ${show(value)}`;
  if (message !== undefined) context.addIssue({ code: "custom", message });
});

const NAME = /^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$/;

export const jobSchedulesShape = z
  .record(z.string(), shape({ cron, timeZone: timeZone.optional() }), {
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
export const settleJobSchedules = (
  declared: JobSchedulesDeclaration = {},
): readonly JobSchedule[] =>
  Object.entries(declared)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { cron: at, timeZone: zone = "UTC" }]) => ({ name, cron: at, timeZone: zone }));
