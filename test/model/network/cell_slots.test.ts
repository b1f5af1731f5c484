import fc from "fast-check";
import { cellName } from "../../../model/cells/name";
import { cellNetworkCidr, networksOf } from "../../../model/network/cell_slots";
import { contains, formatCidr, overlap, parseCidr } from "../../../model/network/cidr";
import { networkCidr } from "../../../model/network/slots";

const shown = (pool: string, number: number, prefix?: number): string =>
  formatCidr(cellNetworkCidr(parseCidr(pool), cellName(number), prefix));

test("the plan of cells, as it is for ever: to change one of these is to replace every network", () => {
  expect([1, 2, 3, 16].map((number) => shown("10.48.0.0/12", number))).toEqual([
    ...["10.48.0.0/16", "10.49.0.0/16", "10.50.0.0/16", "10.63.0.0/16"],
  ]);
  expect([1, 2, 3, 17, 18, 1_000].map((number) => shown("10.0.0.0/8", number, 20))).toEqual([
    ...["10.0.0.0/16", "10.1.0.0/20", "10.1.16.0/20", "10.1.240.0/20", "10.2.0.0/20"],
    "10.63.96.0/20",
  ]);
});

test("a pool of /12 has networks for 16 cells, one of /10 for 1,009 of /20", () => {
  expect(networksOf("10.48.0.0/12")).toEqual({ prefix: 16, count: 16 });
  expect(networksOf("10.64.0.0/10", 20)).toEqual({ prefix: 20, count: 1_009 });
  expect(networksOf("10.0.0.0/16", 22)).toEqual({ prefix: 22, count: 1 });
  expect(networksOf("10.0.0.0/20")).toEqual({ prefix: 16, count: 1 });
});

const pools = fc
  .record({ prefix: fc.integer({ min: 8, max: 14 }), cells: fc.integer({ min: 16, max: 22 }) })
  .map(({ prefix, cells }) => ({ pool: `10.0.0.0/${prefix}`, cells }));

test("networks of different cells never share an address, lie in the pool, and hang on nothing but the cell's number", () => {
  fc.assert(
    fc.property(pools, fc.nat(), fc.nat(), ({ pool, cells }, one, other) => {
      const count = Math.min(1_000, networksOf(pool, cells).count);
      const [a, b] = [1 + (one % count), 1 + (other % count)];
      const [first, second] = [a, b].map((number) =>
        cellNetworkCidr(parseCidr(pool), cellName(number), cells),
      );
      expect(contains(parseCidr(pool), first!)).toBe(true);
      expect(overlap(first!, second!)).toBe(a === b);
    }),
  );
});

test("c01 keeps the network of an environment without a fleet", () => {
  fc.assert(
    fc.property(pools, ({ pool, cells }) => {
      expect(cellNetworkCidr(parseCidr(pool), "c01", cells)).toEqual(networkCidr(parseCidr(pool)));
    }),
  );
});
