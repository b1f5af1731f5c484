import { FIRST_CELL } from "../names";

/** As many cells as a fleet is built for. */
export const MOST_CELLS = 1_000;

/** `c01` to `c99`, `c100` to `c1000`. */
export const cellName = (number: number): string => `c${String(number).padStart(2, "0")}`;

/** 1 for `c01`; undefined for what names no cell. */
export function cellNumber(name: string): number | undefined {
  const number = Number(/^c(\d{2,4})$/.exec(name)?.[1]);
  const isCell = number >= 1 && number <= MOST_CELLS && cellName(number) === name;
  return isCell ? number : undefined;
}

/** Whether it has what an environment has without a fleet: the network, and what is delivered from caches. */
export const isFirstCell = (cell: string): boolean => cell === FIRST_CELL;
