import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { evenCells, rebalance } from "../../../model/cells/table";
import { settle } from "../../../model/settle";
import { readTable, readTables, tablePath, tableText } from "../../../operations/cells/file";
import { fleetMap, movesOf, reshard } from "../../../operations/cells/fleet";
import { renderWaves, wavePlan } from "../../../operations/cells/plan";
import { prod } from "../../../environments/prod";
import { FLEET, fleetOf } from "../../model/cells/fleet";

const root = mkdtempSync(join(tmpdir(), "plinth-cells-"));

afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(root, tablePath(name))), { recursive: true });
  writeFileSync(join(root, tablePath(name)), text);
}

const of = (count: number) => rebalance(undefined, evenCells(count));

test("a table is a range of buckets a line, and is read back as it was", () => {
  expect(tableText(of(2))).toBe(
    `${JSON.stringify(
      { schema: "plinth.cells/v1", buckets: { c01: ["000-7ff"], c02: ["800-fff"] } },
      undefined,
      2,
    )}\n`,
  );
  write("prod", tableText(of(7)));
  expect(readTable(root, "prod")).toEqual(of(7));
});

test("a fifth cell is a line for it and one for each that gives", () => {
  const { before, after } = reshard(fleetOf({ fleet: 5 }), of(4));
  const lines = (text: string): string[] => text.split("\n");
  const added = lines(tableText(after)).filter((line) => !lines(tableText(before)).includes(line));
  expect(added).toEqual([
    '      "000-333"',
    '      "400-732"',
    '      "800-b32"',
    '      "c00-f32"',
    '    "c05": [',
    '      "334-3ff",',
    '      "733-7ff",',
    '      "b33-bff",',
    '      "f33-fff"',
  ]);
});

test.each([
  [
    "{}",
    'environments/cells/prod.json: expected plinth.cells/v1: schema: Invalid input: expected "plinth.cells/v1"',
  ],
  [
    '{ "schema": "plinth.cells/v1", "buckets": { "c01": ["000-7ff"] } }',
    "environments/cells/prod.json: expected plinth.cells/v1: expected a cell for each bucket, got none for 800",
  ],
])("a file that is no table says what is wrong with it: %s", (text, message) => {
  write("prod", text);
  expect(() => readTable(root, "prod")).toThrow(message);
});

test("a fleet without a table is a problem of its declaration", () => {
  expect(() => readTables(root, [fleetOf({ fleet: 2 }, { ...prod, name: "prod-2" })])).toThrow(
    "prod-2.cells: expected environments/cells/prod-2.json, which says whose each bucket of users is, got no such file; run npx plinth cells reshard --env prod-2, and commit it",
  );
  expect(readTables(root, [prod])).toEqual({});
});

test("a cell that is drained gives all, a quarter each, and one between two others moves nothing", () => {
  const drained = reshard(fleetOf({ fleet: 5, weights: { c03: 0 } }), of(5));
  const { moves, movedPercent } = movesOf(drained);
  expect(movedPercent).toBe(20);
  expect(new Set(moves.map(({ from }) => from))).toEqual(new Set(["c03"]));
  const retired = reshard(fleetOf({ fleet: ["c01", "c02", "c04", "c05"] }), drained.after);
  expect(movesOf(retired)).toEqual({ movedPercent: 0, moves: [] });
});

test("the first table leaves as many users as can be where they were: in c01", () => {
  const { moves } = movesOf(reshard(fleetOf({ fleet: ["c02", "c01"] }), undefined));
  expect(moves).toHaveLength(2_048);
  expect(new Set(moves.map(({ from, to }) => `${from} ${to}`))).toEqual(new Set(["c01 c02"]));
});

test("a pinned key is where it is pinned to", () => {
  const { keys } = fleetMap(settle(FLEET).fleet!, ["tenant-42", "tenant-1"]);
  expect(keys.map(({ cell }) => cell)).toEqual(["c03", "c01"]);
});

const ALL = [
  ...["prod-bootstrap", "prod-network", "prod-c01", "prod-c02-network", "prod-c02"],
  ...["prod-c03-network", "prod-c03", "prod-edge"],
];

test("a change goes by waves of stacks, each cell's network before it, and stops while a cell that it reached burns", () => {
  const environment = settle(fleetOf({ fleet: 3, sandbox: "c02" }));
  const stopOn = (cells: string): string =>
    `ALERTS{alertstate="firing", severity="page", environment="prod", cell=~"${cells}"}`;
  expect(wavePlan(environment, ALL)).toEqual({
    schema: "plinth.waves/v1",
    environment: "prod",
    before: ["prod-bootstrap", "prod-network"],
    waves: [
      {
        ...{ name: "sandbox", cells: ["c02"], bakeMinutes: 60 },
        ...{ stacks: ["prod-c02-network", "prod-c02"], stopOn: stopOn("c02") },
      },
      {
        ...{ name: "one", cells: ["c01"], bakeMinutes: 60 },
        ...{ stacks: ["prod-c01"], stopOn: stopOn("c02|c01") },
      },
      {
        ...{ name: "tenth", cells: ["c03"], bakeMinutes: 0 },
        stacks: ["prod-c03-network", "prod-c03"],
      },
    ],
    after: ["prod-edge"],
  });
});

test("every stack is in one wave, or before or after all, whatever the fleet", () => {
  for (const count of [1, 2, 3, 7, 16]) {
    const environment = settle(fleetOf({ fleet: count }));
    const { waves } = wavePlan(environment);
    const stacks = waves.flatMap((wave) => wave.stacks);
    expect(stacks).toHaveLength(new Set(stacks).size);
    expect(stacks).toHaveLength(2 * count - 1);
    const [sandbox, one, tenth] = waves.map((wave) => wave.cells.length);
    expect([sandbox, one ?? 1, (tenth ?? 1) <= Math.ceil(count / 10)]).toEqual([1, 1, true]);
  }
});

test("the plan is written where there is a fleet, and nowhere else", () => {
  expect(renderWaves(settle(prod), ALL)).toEqual([]);
  expect(renderWaves(settle(fleetOf({ fleet: 3 })), ALL).map(({ path }) => path)).toEqual([
    "waves.json",
  ]);
});
