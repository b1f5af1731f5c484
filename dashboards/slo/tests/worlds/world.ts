import { notation, type Sample } from "../notation";
import type { Minute, Recorded } from "../timeline";

/** One series of a promtool test. */
export interface InputSeries {
  readonly series: string;
  readonly values: string;
}

/** How a cloud shows what happens: the exporters' series, and what the rules make of them. */
export interface World {
  readonly show: (minutes: readonly Minute[]) => InputSeries[];
  readonly recorded: (minutes: readonly Minute[]) => Recorded[];
}

export const input = (series: string, samples: readonly Sample[]): InputSeries => ({
  series,
  values: notation(samples),
});

/** Running totals. */
export function cumulated(values: readonly number[]): number[] {
  let total = 0;
  return values.map((value) => (total += value));
}

/** What rules record of counters: the first value is a start, not an increase. */
export const counted = (minutes: readonly Minute[]): Recorded[] =>
  minutes.map(({ good, bad }, at) =>
    at === 0 ? { bad: 0, total: 0 } : { bad, total: good + bad },
  );

/** What rules record of minutes: those of which nothing is known are not judged. */
export const judged = (minutes: readonly Minute[]): Recorded[] =>
  minutes.map(({ bad, idle }) => (idle ? { bad: 0, total: 0 } : { bad, total: 1 }));
