import { day, identifier, list, oneOf, pattern, text } from "./leaves";
import { leaf, shape, show, type Problem } from "./problems";

export const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A time in which people work on what is watched, and need not be told. What is bad in it still counts. */
export interface MaintenanceWindow {
  /** Lower-case letters, digits and dashes, unique among those of the environment or of the service. */
  readonly name: string;

  /** What is done in it; stands in the runbooks. */
  readonly reason: string;

  /**
   * The days of each week on which it is.
   *
   * @default - none: it is on its `date`
   */
  readonly weekdays?: readonly Weekday[];

  /**
   * The one day on which it is, `YYYY-MM-DD`.
   *
   * @default - none: it is on its `weekdays`
   */
  readonly date?: string;

  /** When it begins, `HH:MM`. */
  readonly from: string;

  /** When it ends, `HH:MM`; `24:00` is the day's end. One that goes past midnight is two. */
  readonly until: string;

  /**
   * Where it is that time, such as `Europe/Berlin`.
   *
   * @default "UTC"
   */
  readonly timeZone?: string;

  /**
   * What is kept silent of the objectives' alerts. What still fires when the window ends is sent then.
   *
   * @default "tickets"
   */
  readonly mutes?: "tickets" | "tickets and pages";
}

/** A maintenance window after {@link settle}. */
export interface Maintenance extends MaintenanceWindow {
  /** Unique among those of the environment and all its services. */
  readonly id: string;
  readonly timeZone: string;
  readonly mutes: "tickets" | "tickets and pages";
}

const zone = leaf<string>(
  "a time zone such as Europe/Berlin",
  (value) => typeof value === "string" && isTimeZone(value),
);

export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}

export const maintenanceShape = list(
  shape({
    name: identifier,
    reason: text("what is done in it"),
    weekdays: list(oneOf(...WEEKDAYS), "weekdays")
      .min(1, { error: () => "expected at least one weekday" })
      .optional(),
    date: day.optional(),
    from: pattern("a time from 00:00 to 23:59", /^([01]\d|2[0-3]):[0-5]\d$/),
    until: pattern("a time from 00:01 to 24:00", /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
    timeZone: zone.optional(),
    mutes: oneOf("tickets", "tickets and pages").optional(),
  }),
  "maintenance windows",
).optional();

/** @param path - the author's path of the list */
export function maintenanceProblems(
  windows: readonly MaintenanceWindow[],
  path: string,
): Problem[] {
  const names = windows.map(({ name }) => name);
  return windows.flatMap((window, index) => [
    ...at(`${path}[${index}]`, daysProblem(window)),
    ...at(`${path}[${index}].until`, orderProblem(window)),
    ...at(
      `${path}[${index}].name`,
      names.indexOf(window.name) === index
        ? undefined
        : `expected each name once, got ${show(window.name)} twice`,
    ),
  ]);
}

const at = (path: string, message: string | undefined): Problem[] =>
  message === undefined ? [] : [{ path, message }];

function daysProblem({ weekdays, date }: MaintenanceWindow): string | undefined {
  if ((weekdays === undefined) !== (date === undefined)) return undefined;
  return `expected one of weekdays and date, got ${date === undefined ? "none" : "both"}`;
}

function orderProblem({ from, until }: MaintenanceWindow): string | undefined {
  if (from < until) return undefined;
  return `expected a time after ${from}, got ${show(until)}; what goes past midnight is two windows, one until "24:00" and one from "00:00"`;
}

/** @param owner - whose windows they are: the start of their ids */
export const settleMaintenance = (
  windows: readonly MaintenanceWindow[] = [],
  owner: string,
): Maintenance[] =>
  windows.map((window) => ({
    ...window,
    id: `${owner}-${window.name}`,
    timeZone: window.timeZone ?? "UTC",
    mutes: window.mutes ?? "tickets",
  }));

/** As people read it: `saturday, sunday 02:00 to 04:00 (UTC)`. */
export const whenText = ({ weekdays = [], date, from, until, timeZone }: Maintenance): string =>
  `${date ?? weekdays.join(", ")} ${from} to ${until} (${timeZone})`;
