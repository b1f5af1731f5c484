import type { Duration } from "../declaration";

/**
 * When the service is woken, by EventBridge Scheduler: an event of the schedule's own comes into its queue (docs/events.md). One of `cron` and
 * `rate` says when.
 */
export interface ScheduleDeclaration {
  /**
   * Minutes, hours, days of the month, months, days of the week and years, such as `0 3 * * ? *`: each day at 3. One of the two fields of
   * days is `?`. Scheduler keeps to the minute, not to the second.
   *
   * @default - `rate` says when
   * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based
   */
  readonly cron?: string;

  /**
   * How often, from when the schedule is made: whole minutes, "1m" or more.
   *
   * @default - `cron` says when
   */
  readonly rate?: Duration;

  /**
   * Where `cron` is that time, such as `Europe/Berlin`. In the night in which clocks go forward, a time that is left out is skipped; in that in
   * which they go back, one that comes twice is kept once.
   *
   * @default "UTC"
   */
  readonly timeZone?: string;

  /**
   * The `data` of the event: what the code is told, 256 KB at most with the rest of the event. No secrets: it stands in the state.
   *
   * @default {}
   */
  readonly payload?: Readonly<Record<string, unknown>>;

  /**
   * A time after each moment within which Scheduler chooses one, so that not all schedules wake at once: whole minutes, "1m" to "24h".
   *
   * @default - none: in that minute
   */
  readonly flexibleWindow?: Duration;
}

/** Schedules by name: 1 to 30 lower-case letters, digits and dashes. The name is the `type` of the event. */
export type SchedulesDeclaration = Readonly<Record<string, ScheduleDeclaration>>;
