import fc from "fast-check";
import { dev } from "../../../environments/dev";
import { prod } from "../../../environments/prod";
import { checkout } from "../../../environments/services/checkout";
import { orders } from "../../../environments/services/orders";
import { bucketOf } from "../../../model/cells/bucket";
import { cellOfKey, settleFleet } from "../../../model/cells/fleet";
import { cellName, cellNumber } from "../../../model/cells/name";
import { networkOfCell } from "../../../model/cells/networks";
import { rangesOf, tableOf } from "../../../model/cells/ranges";
import { hostIn, servicesIn } from "../../../model/cells/services";
import { countOf, evenCells, rebalance } from "../../../model/cells/table";
import { settle } from "../../../model/settle";
import type { ContainerServiceDeclaration } from "../../../model/workloads/containers/declaration";
import { FLEET, fleetOf } from "./fleet";

const settled = settle(FLEET);

test("an environment without a fleet has one cell and everything that it had", () => {
  const { cells, fleet, services } = settle(prod);
  expect({ cells, fleet }).toEqual({ cells: ["c01"], fleet: undefined });
  expect(servicesIn({ services }, "c01")).toEqual(services);
});

test("a number of cells is c01 and so on", () => {
  expect(settle(fleetOf({ fleet: 3 })).cells).toEqual(["c01", "c02", "c03"]);
});

test("a change reaches the sandbox first, and weights are 1 where none is said", () => {
  expect(settled.fleet?.cells).toEqual([
    { name: "c02", weight: 1 },
    { name: "c01", weight: 1 },
    { name: "c03", weight: 0 },
  ]);
});

test("a pinned key is in its cell, and every other in that of its bucket", () => {
  const fleet = settled.fleet!;
  expect(cellOfKey(fleet, "tenant-42")).toBe("c03");
  expect(countOf(fleet.table)).toEqual(
    new Map([
      ["c01", 2_048],
      ["c02", 2_048],
    ]),
  );
  for (const key of ["tenant-1", "constructor", "__proto__"])
    expect(cellOfKey(fleet, key)).toBe(fleet.table[bucketOf(key)]);
});

test("a table that was written down is what counts", () => {
  const before = rebalance(undefined, evenCells(1));
  const after = rebalance(before, evenCells(2));
  expect(settleFleet({ fleet: 2 }, after).table).toEqual(after);
});

test("names of cells are those that give a number, and no others", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), (number) => {
      expect(cellNumber(cellName(number))).toBe(number);
    }),
  );
  expect(["c1", "c00", "c001", "c1001", "C01", "c01 ", "x01", ""].map(cellNumber)).toEqual(
    Array(8).fill(undefined),
  );
});

test("every cell has the services in its own name, and deliveries stand in the first", () => {
  const named = (cell: string) =>
    servicesIn(settled, cell).map((service) => [service.name, service.cell]);
  expect(named("c01")).toEqual([
    ["orders", "c01"],
    ["checkout", "c01"],
    ["catalog-images", "c01"],
  ]);
  expect(named("c02")).toEqual([
    ["orders", "c02"],
    ["checkout", "c02"],
  ]);
});

test("a cell's host is beside the first one's, below the same zone", () => {
  expect(["c01", "c02"].map((cell) => hostIn("shop.example.com", cell))).toEqual([
    "shop.example.com",
    "shop-c02.example.com",
  ]);
});

test("settings and raw resources name what is of their cell", () => {
  const raw = { cloud: "aws", type: "aws_sns_topic", id: "audit" } as const;
  const { services } = settle({
    ...FLEET,
    services: [
      {
        ...orders,
        extend: [{ ...raw, attributes: { name: "audit{-cell}", tags: { Of: ["{cell}"] } } }],
      },
      {
        ...checkout,
        workload: {
          ...(checkout.workload as ContainerServiceDeclaration),
          environment: { QUEUE: "dev-fleet-{cell}-orders-events" },
        },
      },
    ],
  });
  const said = (cell: string) => {
    const [first, second] = servicesIn({ services }, cell);
    const { environment } = second!.workload as { environment?: object };
    return [first!.extend.map(({ attributes }) => attributes), environment];
  };
  expect(said("c01")).toEqual([
    [{ name: "audit", tags: { Of: ["c01"] } }],
    { QUEUE: "dev-fleet-c01-orders-events" },
  ]);
  expect(said("c02")).toEqual([
    [{ name: "audit-c02", tags: { Of: ["c02"] } }],
    { QUEUE: "dev-fleet-c02-orders-events" },
  ]);
});

test("each cell has a network as the environment's, at addresses of its own", () => {
  const networks = settled.cells.map((cell) => networkOfCell(settled, cell)!);
  expect(networks.map(({ cidr }) => cidr)).toEqual([
    "10.32.0.0/16",
    "10.33.0.0/16",
    "10.34.0.0/16",
  ]);
  expect(networks[0]).toEqual(settled.network);
  expect(networkOfCell(settle(dev), "c01")?.cidr).toBe("10.32.0.0/16");
});

test("a table is written as ranges of buckets, and read back as it was", () => {
  const two = rebalance(rebalance(undefined, evenCells(1)), evenCells(2));
  expect(rangesOf(two)).toEqual({ c01: ["000-7ff"], c02: ["800-fff"] });
  const cells = fc
    .uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 })
    .map((numbers) => numbers.map((number) => ({ name: cellName(number), weight: 1 })));
  fc.assert(
    fc.property(cells, cells, (before, after) => {
      const table = rebalance(rebalance(undefined, before), after);
      expect(tableOf(rangesOf(table))).toEqual(table);
    }),
  );
});

test.each([
  [{ c01: ["000-7ff"] }, "expected a cell for each bucket, got none for 800"],
  [{ c01: ["000-fff"], c02: ["7ff"] }, "expected one cell for bucket 7ff, got c01 and c02"],
  [{ c01: ["fff-000"] }, 'expected buckets such as 000-3ff or 7ff, got "fff-000"'],
  [{ c01: ["0-fff"] }, 'expected buckets such as 000-3ff or 7ff, got "0-fff"'],
])("a table that is none is refused: %j", (ranges, message) => {
  expect(() => tableOf(ranges)).toThrow(message);
});
