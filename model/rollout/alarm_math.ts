import type { Decimal } from "decimal.js";
import type { CloudWatchSignal } from "../signal";

/** What an alarm of CloudWatch watches: metrics by id, and expressions over them, of which the last is compared. */
export interface AlarmMath {
  readonly metrics: Readonly<Record<string, CloudWatchSignal>>;
  /** By id, in an order in which each finds those that it reads. */
  readonly expressions: Readonly<Record<string, string>>;
  /** Seconds over which each metric's statistic is taken. */
  readonly periodSeconds: number;
  /** Periods that are looked at, the newest last; the alarm slides by a minute. */
  readonly evaluationPeriods: number;
  /** How many of them have to breach. */
  readonly datapointsToAlarm: number;
  /** What the last expression has to be more than. */
  readonly threshold: number;
}

/** Events of which some are bad, as metrics say over any time. */
export interface Counting extends Pick<AlarmMath, "metrics" | "expressions"> {
  /** The id, or an expression, of the bad ones. */
  readonly bad: string;
  /** The id of a metric: all of them. */
  readonly total: string;
}

/** How long and how much, as the rules have it. */
export interface Limits {
  readonly longMinutes: number;
  /** The ratio of bad ones beyond which the budget burns too fast, exact. */
  readonly ratio: Decimal;
  /** Bad ones without which there is no alarm; of minutes, those that breach. */
  readonly fewest: number;
}

/** What never happened has no datapoint. */
export const orNone = (id: string): string => `FILL(${id}, 0)`;

/** Bad of all over the whole window, with fewer than asked for as none. */
export const ofEvents = (
  { metrics, expressions, bad, total }: Counting,
  { longMinutes, ratio, fewest }: Limits,
): AlarmMath => ({
  metrics,
  expressions: { ...expressions, burn: `IF(${bad} >= ${fewest}, ${bad} / ${total}, 0)` },
  periodSeconds: longMinutes * 60,
  ...{ evaluationPeriods: 1, datapointsToAlarm: 1 },
  threshold: ratio.toNumber(),
});

/** Minutes of the window that are bad; one of which nothing is known is not. */
const ofMinutes = (
  math: Pick<AlarmMath, "metrics" | "expressions">,
  isBad: string,
  { longMinutes, fewest }: Limits,
): AlarmMath => ({
  metrics: math.metrics,
  expressions: { ...math.expressions, burn: `IF(${isBad}, 1, 0)` },
  ...{ periodSeconds: 60, evaluationPeriods: longMinutes, datapointsToAlarm: fewest },
  threshold: 0,
});

/** @param allowed - the share of a minute's events that may be bad, exact: 0.01 */
export const ofSlices = (
  { bad, total, ...math }: Counting,
  allowed: Decimal,
  limits: Limits,
): AlarmMath => ofMinutes(math, `${bad} > ${allowed.toFixed()} * ${orNone(total)}`, limits);

/** @param most - what the level may be, in the signal's unit */
export const ofLevel = (level: CloudWatchSignal, most: number, limits: Limits): AlarmMath =>
  ofMinutes({ metrics: { level }, expressions: {} }, `${orNone("level")} > ${most}`, limits);
