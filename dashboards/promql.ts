import type { ApplicationSignal, CloudMonitoringSignal, SelfSignal, Signal } from "../model/signal";

/**
 * PromQL by small typed functions: a query starts at a signal or at a record, so none can be written
 * over a series that nothing exports.
 */

declare const brand: unique symbol;

/** A PromQL expression. */
export type Promql = string & { readonly [brand]: true };

/** A selector: the only thing that takes a range. */
export type Selector = Promql & { readonly selector?: true };

/** Label matchers by label; `=` unless the value starts with `=~` or `!=`. */
export type Matchers = Readonly<Record<string, string>>;

const query = (text: string): Promql => text as Promql;

function selector(name: string, matchers: Matchers): Selector {
  const parts = Object.entries(matchers).map(([label, value]) =>
    /^(=~|!=)/.test(value)
      ? `${label}${value.slice(0, 2)}"${value.slice(2)}"`
      : `${label}="${value}"`,
  );
  return query(parts.length === 0 ? name : `${name}{${parts.join(", ")}}`) as Selector;
}

/** The series of a signal, of its exporter's job unless the matchers name another. */
export const ofSignal = (
  signal: Signal | ApplicationSignal | SelfSignal,
  matchers: Matchers = {},
): Selector => selector(signal.series, { job: signal.job, ...matchers });

/**
 * A metric in Cloud Monitoring's own PromQL, which reads it without an exporter.
 *
 * @see https://cloud.google.com/monitoring/promql/promql-mapping
 */
export function ofCloudMonitoring(signal: CloudMonitoringSignal, matchers: Matchers): Selector {
  const [service = "", ...path] = signal.metricType.split("/");
  const name = [service, path.join("_")].map((part) => part.replaceAll(/\W/g, "_")).join(":");
  return selector(name, { monitored_resource: signal.monitoredResource, ...matchers });
}

/** A series that a rule of the same output records. */
export const ofRecord = (record: string, matchers: Matchers): Selector =>
  selector(record, matchers);

/** The alerts that Prometheus holds; the one series that no rule names. */
export const ofAlerts = (matchers: Matchers): Selector => selector("ALERTS", matchers);

/** Whether Prometheus reached a job's targets: 1 or 0, its own series. */
export const ofUp = (job: Signal["job"]): Selector => selector("up", { job });

const over =
  (call: string) =>
  (of: Selector, window: string, offset?: string): Promql =>
    query(`${call}(${of}[${window}]${offset === undefined ? "" : ` offset ${offset}`})`);

export const sumOverTime = over("sum_over_time");
export const averageOverTime = over("avg_over_time");
export const maximumOverTime = over("max_over_time");
export const minimumOverTime = over("min_over_time");
export const lastOverTime = over("last_over_time");
export const countOverTime = over("count_over_time");
export const rate = over("rate");
export const increase = over("increase");

const aggregate =
  (operator: string) =>
  (of: Promql, by: readonly string[] = []): Promql =>
    query(by.length === 0 ? `${operator}(${of})` : `${operator} by (${by.join(", ")}) (${of})`);

export const sum = aggregate("sum");
export const count = aggregate("count");
export const max = aggregate("max");
export const min = aggregate("min");

export const maxWithout = (label: string, of: Promql): Promql =>
  query(`max without (${label}) (${of})`);

export const minWithout = (label: string, of: Promql): Promql =>
  query(`min without (${label}) (${of})`);

/** When something was last true within a window, in seconds; asked for minute by minute. */
export const lastTimeOf = (of: Promql, window: string): Promql =>
  query(`max_over_time(timestamp(${of})[${window}:1m])`);

/** What an expression was minute by minute, added up; and how many minutes had data. */
export const sumOverMinutes = (of: Promql, window: string): Promql =>
  query(`sum_over_time((${of})[${window}:1m])`);
export const countOverMinutes = (of: Promql, window: string): Promql =>
  query(`count_over_time((${of})[${window}:1m])`);

/** At how many full hours of a window an expression had a value. */
export const countOverHours = (of: Promql, window: string): Promql =>
  query(`count_over_time(${of}[${window}:1h])`);

export const earlier = (of: Selector, offset: string): Promql => query(`${of} offset ${offset}`);

export const absent = (of: Selector): Promql => query(`absent(${of})`);

export const atLeast = (of: Promql, least: number): Promql => query(`clamp_min(${of}, ${least})`);

/** To a whole number. */
export const round = (of: Promql): Promql => query(`round(${of})`);

export const atLeastZero = (of: Promql): Promql => atLeast(of, 0);

export const constant = (value: string): Promql => query(`vector(${value})`);

/** One series of the value 1, whose label says the month in which a moment lies, UTC: 1 to 12. */
export const monthAs = (label: string): Promql => query(`count_values("${label}", month())`);

/** Days of the month, UTC. */
export const DAYS_IN_MONTH = query("days_in_month()");

/** Minutes of the month that are still to come, UTC, after the one that now ends. */
export const MINUTES_TO_COME = query(
  "scalar((days_in_month() - day_of_month() + 1) * 1440 - hour() * 60 - minute() - 1)",
);

/** Each series of the left side, with a label of the one series on the right. */
export const labelled = (left: Promql, label: string, right: Promql): Promql =>
  query(`${left} * on () group_left (${label}) ${right}`);

/** What of the left side has the right side's value of a label. */
export const sameOf = (left: Promql, label: string, right: Promql): Promql =>
  query(`${left} and on (${label}) ${right}`);

export const sumWithout = (label: string, of: Promql): Promql =>
  query(`sum without (${label}) (${of})`);

export const quantile = (share: string, of: Promql): Promql =>
  query(`histogram_quantile(${share}, ${of})`);

type Operator =
  | "+"
  | "-"
  | "/"
  | "*"
  | "=="
  | ">"
  | ">="
  | "<="
  | "> bool"
  | ">= bool"
  | "< bool"
  | "or"
  | "and"
  | "unless";

/** Joins two expressions; a number is written as text, so that it stays exact. */
export const join = (left: Promql | string, operator: Operator, right: Promql | string): Promql =>
  query(`${left} ${operator} ${right}`);

export const group = (of: Promql): Promql => query(`(${of})`);

/** A part of a whole; 0 where the whole is 0, and where the part is not known. */
export const shareOf = (part: Promql, whole: Promql): Promql =>
  join(join(part, "/", group(join(whole, ">", "0"))), "or", join("0", "*", whole));

/** `left and right` for right sides of other labels. */
export const andOnNothing = (left: Promql, right: Promql): Promql =>
  query(`${left} and on () ${right}`);

/** A division whose left side is told apart by one label more. */
export const divideEach = (left: Promql, label: string, right: Promql): Promql =>
  query(`${left} / ignoring (${label}) group_left () ${right}`);

/** Joined by `and`, one a line: alerts are read by people. */
export const allOf = (...parts: readonly Promql[]): Promql => query(parts.join("\nand "));

const UNIT_MINUTES = { d: 1_440, h: 60, m: 1, s: 1 / 60 };

/** A duration of one unit or several, in minutes: `1h4m0s` is 64. */
export const minutesIn = (duration: string): number =>
  [...duration.matchAll(/(\d+)([dhms])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNIT_MINUTES[unit as keyof typeof UNIT_MINUTES],
    0,
  );
