import { seconds } from "../duration";
import { longestGapSeconds } from "./cron";
import type { ScheduleDeclaration, SchedulesDeclaration } from "./declaration";

/** A schedule after `settle`. */
export interface Schedule {
  readonly name: string;
  /** As EventBridge Scheduler has it: `cron(0 3 * * ? *)`, `rate(5 minutes)`. */
  readonly expression: string;
  readonly timeZone: string;
  /** The `data` of the event. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Undefined: none. */
  readonly flexibleMinutes: number | undefined;
  /** The most from one moment to the next; undefined where not each day has one. */
  readonly longestSeconds: number | undefined;
}

/** Sorted by name. */
export const settleSchedules = (schedules: SchedulesDeclaration = {}): Schedule[] =>
  Object.entries(schedules)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, declared]) => settleSchedule(name, declared));

const settleSchedule = (name: string, declared: ScheduleDeclaration): Schedule => {
  const { cron, rate = "1d", timeZone = "UTC", payload = {}, flexibleWindow } = declared;
  return {
    ...{ name, timeZone, data: payload },
    expression: cron === undefined ? rateExpression(seconds(rate)) : `cron(${cron})`,
    flexibleMinutes: flexibleWindow === undefined ? undefined : seconds(flexibleWindow) / 60,
    longestSeconds: cron === undefined ? dailyOrLess(seconds(rate)) : longestGapSeconds(cron),
  };
};

/** What is due less often is not looked at: CloudWatch forgets what was counted each minute. */
const dailyOrLess = (gap: number): number | undefined => (gap <= 86_400 ? gap : undefined);

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** In the largest unit that tells it exactly. @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#rate-based */
function rateExpression(total: number): string {
  const [unit, length] = UNITS.find(([, one]) => total % one === 0) ?? ["minute", 60];
  const value = total / length;
  return `rate(${value} ${unit}${value === 1 ? "" : "s"})`;
}

/** What Scheduler puts in place of it in what it sends: the moment for which the schedule was. */
const SCHEDULED_TIME = "<aws.scheduler.scheduled-time>";

/**
 * The CloudEvent that a schedule sends, as JSON. Its id is of the schedule and the moment, so that it is the same when Scheduler, which promises
 * at least once, sends it again; Scheduler's own id of an execution is another for each attempt.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
 */
export const scheduledEvent = (service: string, { name, data }: Schedule): string =>
  JSON.stringify({
    specversion: "1.0",
    id: `${name}-${SCHEDULED_TIME}`,
    source: service,
    type: name,
    time: SCHEDULED_TIME,
    data,
  });
