/** What pages and budgets of one contender were worth, against the truth. */
import { MINUTES } from "./trace";
import type { Truth } from "./truth";

/** What a contender's rules gave for a trace. */
export interface Answers {
  /** Minutes in which a page fires. */
  readonly pages: ReadonlySet<number>;
  /** Share of the budget left, by minute: NaN and none are no answers. */
  readonly remaining: ReadonlyMap<number, number>;
}

export interface Score {
  /** Times in which somebody had to be woken. */
  readonly burns: number;
  readonly missed: number;
  readonly falsePages: number;
  /** Minutes from when something began to go wrong to the page. */
  readonly delays: readonly number[];
  /** Percentage points of the budget, each hour. */
  readonly errors: readonly number[];
  /** Hours without an answer. */
  readonly silent: number;
}

/** Minutes that make two burns, or two pages, one. */
const APART = 30;

/** Rules are evaluated each minute, of what the minute before showed: so late a page is in time. */
const LATE = 2;

export function scoreOf(
  truth: Truth,
  begins: readonly number[],
  { pages, remaining }: Answers,
): Score {
  const burns = spans((minute) => truth.burns(minute));
  const paged = spans((minute) => pages.has(minute));
  const delays = burns.flatMap((burn) => {
    const first = firstPage(pages, burn);
    return first === undefined ? [] : [first - beginOf(begins, burn.from)];
  });
  return {
    burns: burns.length,
    missed: burns.length - delays.length,
    falsePages: paged.filter((span) => !burns.some((burn) => overlap(span, burn))).length,
    delays,
    ...budgetOf(truth, remaining),
  };
}

/** When that began of which a burn is: the last before it. */
const beginOf = (begins: readonly number[], burn: number): number =>
  Math.max(...begins.filter((begin) => begin <= burn));

interface Span {
  readonly from: number;
  readonly to: number;
}

const overlap = (page: Span, burn: Span): boolean =>
  page.from <= burn.to + LATE && page.to >= burn.from;

function firstPage(pages: ReadonlySet<number>, { from, to }: Span): number | undefined {
  for (let minute = from; minute <= to + LATE; minute++) if (pages.has(minute)) return minute;
  return undefined;
}

/** Stretches in which something holds, those close to one another as one. */
function spans(holds: (minute: number) => boolean): Span[] {
  const found: Span[] = [];
  for (let minute = 0; minute < MINUTES; minute++) {
    if (!holds(minute)) continue;
    const last = found.at(-1);
    if (last === undefined || minute - last.to > APART) found.push({ from: minute, to: minute });
    else found[found.length - 1] = { from: last.from, to: minute };
  }
  return found;
}

/** The first hour is over before a budget says anything. */
function budgetOf(
  truth: Truth,
  remaining: ReadonlyMap<number, number>,
): Pick<Score, "errors" | "silent"> {
  const hours = Array.from({ length: MINUTES / 60 - 1 }, (_, hour) => (hour + 1) * 60);
  const errors = hours.flatMap((minute) => {
    const answer = remaining.get(minute) ?? NaN;
    return Number.isNaN(answer) ? [] : [Math.abs(answer - truth.remaining(minute)) * 100];
  });
  return { errors, silent: hours.length - errors.length };
}
