import { BUCKETS } from "./bucket";
import type { BucketTable } from "./table";

/** The buckets of each cell as ranges of hexadecimal numbers, `000-3ff`, or one, `7ff`: what a diff of a table is read in. */
export type BucketRanges = Readonly<Record<string, readonly string[]>>;

const hex = (bucket: number): string => bucket.toString(16).padStart(3, "0");

/** Cells in the order of their names, so that the same table is the same text, and a cell that joins is written behind the others. */
export function rangesOf(table: BucketTable): BucketRanges {
  const ranges = new Map<string, string[]>();
  for (let from = 0; from < table.length;) {
    const cell = table[from] ?? "";
    let to = from;
    while (table[to + 1] === cell) to++;
    const range = from === to ? hex(from) : `${hex(from)}-${hex(to)}`;
    ranges.set(cell, [...(ranges.get(cell) ?? []), range]);
    from = to + 1;
  }
  const byName = ([one]: [string, unknown], [other]: [string, unknown]): number =>
    one.length - other.length || (one < other ? -1 : 1);
  return Object.fromEntries([...ranges].sort(byName));
}

/** @throws where a text is no range, or a bucket has no cell or two */
export function tableOf(ranges: BucketRanges): BucketTable {
  const table: (string | undefined)[] = Array.from({ length: BUCKETS });
  for (const [cell, held] of Object.entries(ranges))
    for (const range of held) fill(table, cell, range);
  const missing = table.findIndex((cell) => cell === undefined);
  if (missing !== -1)
    throw new Error(`expected a cell for each bucket, got none for ${hex(missing)}`);
  return table as string[];
}

function fill(table: (string | undefined)[], cell: string, range: string): void {
  const [, first = "", last = first] = /^([0-9a-f]{3})(?:-([0-9a-f]{3}))?$/.exec(range) ?? [];
  const [from, to] = [first, last].map((text) => Number.parseInt(text, 16)) as [number, number];
  if (!(from <= to)) throw new Error(`expected buckets such as 000-3ff or 7ff, got "${range}"`);
  for (let bucket = from; bucket <= to; bucket++) {
    const other = table[bucket];
    if (other !== undefined)
      throw new Error(`expected one cell for bucket ${hex(bucket)}, got ${other} and ${cell}`);
    table[bucket] = cell;
  }
}
