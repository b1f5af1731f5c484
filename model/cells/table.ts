import { FIRST_CELL } from "../names";
import { cellName } from "./name";
import { BUCKETS } from "./bucket";

/** A part of a fleet. */
export interface Cell {
  /** Such as `c01`; no two of a fleet are the same. */
  readonly name: string;
  /** Its share of the users against the others'; 0 for a cell that is drained. */
  readonly weight: number;
}

/** The name of the cell that has each bucket, {@link BUCKETS} of them. */
export type BucketTable = readonly string[];

/** A bucket that changes its cell, and the users in it. */
export interface Move {
  readonly bucket: number;
  readonly from: string;
  readonly to: string;
}

/** The cells `c01` and so on, each of one weight. */
export const evenCells = (count: number): Cell[] =>
  Array.from({ length: count }, (_, index) => ({
    name: cellName(index + 1),
    weight: 1,
  }));

/**
 * Gives every cell its share of the buckets and moves as few as can be: a bucket leaves its cell only when the cell has too many or is no
 * longer there. Cells of one weight differ by at most one bucket.
 *
 * @param before - the table that is in use; of a new fleet there is none
 * @throws when no cell has a weight
 */
export function rebalance(before: BucketTable | undefined, cells: readonly Cell[]): BucketTable {
  const held = countOf(before ?? []);
  const room = quotasOf(cells, held);
  const after: (string | undefined)[] = Array.from({ length: BUCKETS }, (_, bucket) =>
    take(room, before?.[bucket]),
  );
  const free = cells.flatMap(({ name }) => Array<string>(room.get(name) ?? 0).fill(name));
  return after.map((cell) => cell ?? free.shift() ?? "");
}

/** The table of a fleet of which none was written down: every user was in the first cell before there were others. */
export const firstTable = (cells: readonly Cell[]): BucketTable =>
  rebalance(Array<string>(BUCKETS).fill(FIRST_CELL), cells);

/** One place of a cell, while it has any. */
function take(room: Map<string, number>, cell: string | undefined): string | undefined {
  const left = cell === undefined ? 0 : (room.get(cell) ?? 0);
  if (cell === undefined || left === 0) return undefined;
  room.set(cell, left - 1);
  return cell;
}

/** How many buckets each cell has. */
export function countOf(table: BucketTable): Map<string, number> {
  const counts = new Map<string, number>();
  for (const cell of table) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return counts;
}

/**
 * By the method of the largest remainder; of equal remainders first whoever holds more now, who then gives less away.
 *
 * @see https://en.wikipedia.org/wiki/Largest_remainder_method
 */
function quotasOf(cells: readonly Cell[], held: ReadonlyMap<string, number>): Map<string, number> {
  const weights = cells.reduce((sum, { weight }) => sum + weight, 0);
  if (!(weights > 0)) throw new Error("expected a cell with a weight above 0, got none");
  const exact = cells.map(({ name, weight }) => ({ name, share: (weight / weights) * BUCKETS }));
  const quotas = new Map(exact.map(({ name, share }) => [name, Math.floor(share)]));
  const left = BUCKETS - [...quotas.values()].reduce((sum, quota) => sum + quota, 0);
  const rest = ({ share }: { readonly share: number }) => share - Math.floor(share);
  const first = exact.toSorted(
    (one, other) =>
      rest(other) - rest(one) || (held.get(other.name) ?? 0) - (held.get(one.name) ?? 0),
  );
  for (const { name } of first.slice(0, left)) quotas.set(name, (quotas.get(name) ?? 0) + 1);
  return quotas;
}

/** By the number of the bucket. */
export const movesBetween = (before: BucketTable, after: BucketTable): Move[] =>
  before.flatMap((from, bucket) => {
    const to = after[bucket] ?? from;
    return from === to ? [] : [{ bucket, from, to }];
  });
