import { show } from "../problems";

/** A field of a cron expression, what may stand in it, and the days or months that have names. */
interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly names?: readonly string[];
  /** What else may stand there, whole. */
  readonly also?: RegExp;
  readonly example: string;
}

const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const WEEKDAYS = "SUN MON TUE WED THU FRI SAT".split(" ");

/** @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based */
const FIELDS: readonly Field[] = [
  { name: "minutes", least: 0, most: 59, example: "0-59 such as 0 or 0/15" },
  { name: "hours", least: 0, most: 23, example: "0-23 such as 3 or 8-17" },
  {
    ...{ name: "days of the month", least: 1, most: 31 },
    also: /^(\?|LW?|([1-9]|[12]\d|3[01])W)$/,
    example: "1-31, L, 15W or ?",
  },
  {
    ...{ name: "months", least: 1, most: 12, names: MONTHS },
    example: "1-12 or JAN-DEC",
  },
  {
    ...{ name: "days of the week", least: 1, most: 7, names: WEEKDAYS },
    also: /^(\?|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)?L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)#[1-5])$/,
    example: "1-7 or SUN-SAT (1 is Sunday), 6L, 3#2 or ?",
  },
  { name: "years", least: 1970, most: 2199, example: "1970-2199 or *" },
];

const [MINUTES, HOURS, DAYS, MONTH, WEEK, YEAR] = [0, 1, 2, 3, 4, 5] as const;

/** What is wrong with a cron expression of EventBridge Scheduler; undefined where nothing is. */
export function cronProblem(cron: string): string | undefined {
  const parts = cron.split(" ");
  if (parts.length !== FIELDS.length)
    return `expected six fields, each after one space (minutes, hours, days of the month, months, days of the week, years), such as "0 3 * * ? *", got ${show(cron)}`;
  const wrong = FIELDS.find((field, index) => valuesOf(parts[index] ?? "", field) === undefined);
  if (wrong !== undefined)
    return `expected ${wrong.name} of ${wrong.example}, got ${show(parts[FIELDS.indexOf(wrong)])}`;
  if ((parts[DAYS] === "?") === (parts[WEEK] === "?"))
    return `expected ? as the days of the month or as the days of the week, and not as both, got ${show(cron)}`;
  return neverProblem(parts);
}

/** February has 29 days at most. */
const daysIn = (month: number): number =>
  month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** A day that none of its months has. */
function neverProblem(parts: readonly string[]): string | undefined {
  const days = numbers(parts, DAYS);
  const months = numbers(parts, MONTH);
  const longest = Math.max(...months.map(daysIn));
  if (days.length === 0 || days.some((day) => day <= longest)) return undefined;
  return `expected a day that one of its months has, got ${show(parts.join(" "))}, which never comes`;
}

/** The least number of seconds from one moment to the next, be it of the day after; undefined where there is one alone. */
export function leastGapSeconds(cron: string): number | undefined {
  const gaps = gapsOf(cron.split(" "));
  return gaps.length === 0 ? undefined : Math.min(...gaps);
}

/** The most seconds from one moment to the next; undefined where not each day of the year has one. */
export function longestGapSeconds(cron: string): number | undefined {
  const parts = cron.split(" ");
  const isDaily = everyDay(parts) && parts[MONTH] === "*" && parts[YEAR] === "*";
  return isDaily ? Math.max(...gapsOf(parts)) : undefined;
}

const everyDay = (parts: readonly string[]): boolean =>
  [parts[DAYS], parts[WEEK]].every((part) => part === "*" || part === "?");

function gapsOf(parts: readonly string[]): readonly number[] {
  const moments = numbers(parts, HOURS).flatMap((hour) =>
    numbers(parts, MINUTES).map((minute) => 60 * (60 * hour + minute)),
  );
  const all = onNextDay(parts) ? [...moments, (moments[0] ?? 0) + 86_400] : moments;
  return all.slice(1).map((moment, index) => moment - (all[index] ?? 0));
}

/** Whether two of its days follow each other: each does, or some of a week or of a month do. */
const onNextDay = (parts: readonly string[]): boolean =>
  everyDay(parts) || follow(numbers(parts, WEEK), 7) || follow(numbers(parts, DAYS), 28);

/** @param last - the first day after which the first one can come */
const follow = (days: readonly number[], last: number): boolean =>
  days.some((day) => days.includes(day + 1) || (day >= last && days.includes(1)));

const numbers = (parts: readonly string[], index: number): readonly number[] =>
  valuesOf(parts[index] ?? "", FIELDS[index] as Field) ?? [];

/** The numbers that a field stands for, sorted; none of what is told otherwise, and undefined of what is no such field. */
function valuesOf(text: string, field: Field): readonly number[] | undefined {
  if (field.also?.test(text)) return [];
  const items = text.split(",").map((item) => itemValues(item, field));
  if (items.some((item) => item === undefined)) return undefined;
  return [...new Set(items.flatMap((item) => item ?? []))].sort((a, b) => a - b);
}

const ITEM = /^(?:(\*)|([A-Z]{3}|\d{1,4})(?:-([A-Z]{3}|\d{1,4}))?)(?:\/([1-9]\d{0,2}))?$/;

/** Of `*`, `5`, `1-5`, `*` and `5` with `/15`, and their names. */
function itemValues(item: string, field: Field): readonly number[] | undefined {
  const match = ITEM.exec(item);
  if (match === null) return undefined;
  const [, every, from = "", to, step] = match;
  // From one number in steps is to the end.
  const until = to ?? (step === undefined ? from : `${field.most}`);
  const [first, last] = every
    ? [field.least, field.most]
    : [numberOf(from, field), numberOf(until, field)];
  return first === undefined || last === undefined ? undefined : range(first, last, step);
}

function range(first: number, last: number, step = "1"): readonly number[] | undefined {
  if (first > last) return undefined;
  const count = Math.floor((last - first) / Number(step)) + 1;
  return Array.from({ length: count }, (_, at) => first + at * Number(step));
}

function numberOf(text: string, { least, most, names = [] }: Field): number | undefined {
  const named = names.indexOf(text);
  const value = named >= 0 ? named + least : /^\d+$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : undefined;
}
