import fc from "fast-check";
import { BUCKETS, bucketOf } from "../../../model/cells/bucket";
import {
  countOf,
  evenCells,
  movesBetween,
  rebalance,
  type BucketTable,
  type Cell,
} from "../../../model/cells/table";

const KEYS = Array.from({ length: 100_000 }, (_, index) => `tenant-${index}`);

const keysPerCell = (table: BucketTable): number[] => [
  ...countOf(KEYS.map((key) => table[bucketOf(key)]!)).values(),
];

const of = (count: number): BucketTable => rebalance(undefined, evenCells(count));

test("a key is in the bucket that any program finds by SHA-256", () => {
  // printf %s tenant-1 | sha256sum | cut -c1-3
  expect(["tenant-1", "tenant-2", "", "ключ"].map(bucketOf)).toEqual([0x0a9, 0xe12, 0xe3b, 0x1de]);
});

test("buckets of cells of one weight differ by one at most", () => {
  for (const count of [1, 2, 3, 7, 8, 9, 100, 1_000]) {
    const counts = [...countOf(of(count)).values()];
    expect(counts).toHaveLength(count);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  }
});

test("of 100,000 keys in 8 cells, the fullest has 3 % more than the mean at most", () => {
  const counts = keysPerCell(of(8));
  expect(Math.max(...counts) / (KEYS.length / 8)).toBeLessThanOrEqual(1.03);
});

test("the 9th cell takes 11.1 % of 100,000 keys, and no other key moves", () => {
  const before = of(8);
  const after = rebalance(before, evenCells(9));
  const moved = KEYS.filter((key) => before[bucketOf(key)] !== after[bucketOf(key)]);
  expect(Math.abs((moved.length / KEYS.length) * 100 - 11.1)).toBeLessThanOrEqual(0.3);
  expect(new Set(moved.map((key) => after[bucketOf(key)]))).toEqual(new Set(["c09"]));
});

test("a cell that is drained gives all it has, and the others give nothing", () => {
  const before = of(8);
  const cells = evenCells(8).map((cell) => (cell.name === "c03" ? { ...cell, weight: 0 } : cell));
  const moves = movesBetween(before, rebalance(before, cells));
  expect(moves).toHaveLength(512);
  expect(new Set(moves.map(({ from }) => from))).toEqual(new Set(["c03"]));
});

test("a cell of twice the weight has twice the buckets", () => {
  const [first, ...rest] = evenCells(3);
  expect([...countOf(rebalance(undefined, [{ ...first!, weight: 2 }, ...rest])).values()]).toEqual([
    2_048, 1_024, 1_024,
  ]);
});

test("a fleet in which no cell has a weight is an error", () => {
  expect(() => rebalance(undefined, [{ name: "c01", weight: 0 }])).toThrow(
    "expected a cell with a weight above 0, got none",
  );
});

const fleets = fc
  .array(
    fc.record({ name: fc.constantFrom(..."abcdefgh"), weight: fc.integer({ min: 0, max: 5 }) }),
  )
  .map((cells): Cell[] => [...new Map(cells.map((cell) => [cell.name, cell])).values()])
  .filter((cells) => cells.some(({ weight }) => weight > 0));

test("whatever a fleet becomes, as few buckets move as its new shares ask for", () => {
  fc.assert(
    fc.property(fleets, fleets, (one, other) => {
      const before = rebalance(undefined, one);
      const after = rebalance(before, other);
      const [held, wanted] = [countOf(before), countOf(after)];
      const least = [...wanted].reduce(
        (sum, [cell, buckets]) => sum + Math.max(0, buckets - (held.get(cell) ?? 0)),
        0,
      );
      expect(after).toHaveLength(BUCKETS);
      expect(movesBetween(before, after)).toHaveLength(least);
      expect(rebalance(after, other)).toEqual(after);
      for (const { name, weight } of other) if (weight === 0) expect(wanted.has(name)).toBe(false);
    }),
    { numRuns: 100 },
  );
});
