import type { Rules } from "../rules";
import type { Trace } from "../trace";

/** A series of a trace: its selector as a query has it, and its value each minute. */
export interface Series {
  readonly selector: string;
  readonly values: readonly number[];
}

/** Whose rules are replayed, and the series that they read. */
export interface Contender {
  readonly name: string;
  readonly rules: Rules;
  readonly series: (trace: Trace) => Series[];
}

export function cumulated(values: readonly number[]): number[] {
  let total = 0;
  return values.map((value) => (total += value));
}
