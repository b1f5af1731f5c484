import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import { storefront } from "../../../environments/services/storefront";
import { evenCells, rebalance } from "../../../model/cells/table";
import type { EnvironmentDeclaration } from "../../../model/environment";
import { problemsOf, settle, settleAll } from "../../../model/settle";
import { changed } from "../fixtures";
import { FULFILMENT } from "../../constructs/support/workflow";
import { GITHUB } from "../../constructs/support/pipeline";
import { FLEET, fleetOf } from "./fleet";

const messages = (environment: EnvironmentDeclaration): string[] =>
  problemsOf(environment).map(({ path, message }) => `${path}: ${message}`);

const ofFleet = (path: string, to: unknown): string[] =>
  messages(changed(FLEET, `cells.${path}`, to) as EnvironmentDeclaration);

test("the fleet of the fixtures has no problem", () => {
  expect(messages(FLEET)).toEqual([]);
});

test.each([
  [
    "fleet",
    "c01",
    'dev-fleet.cells.fleet: expected the names of cells, or how many from 1 to 1000, got "c01"',
  ],
  [
    "fleet",
    1_001,
    "dev-fleet.cells.fleet: expected the names of cells, or how many from 1 to 1000, got 1001",
  ],
  [
    "fleet",
    ["c01", "c2"],
    'dev-fleet.cells.fleet[1]: expected a cell such as c01, c02 or c100, got "c2"',
  ],
  ["weights", { c02: -1 }, "dev-fleet.cells.weights.c02: expected a number from 0 to 1000, got -1"],
  [
    "pinned",
    { "tenant-1": "one" },
    'dev-fleet.cells.pinned.tenant-1: expected a cell such as c01, c02 or c100, got "one"',
  ],
  [
    "networkPrefix",
    23,
    "dev-fleet.cells.networkPrefix: expected a whole number from 16 to 22, got 23",
  ],
])("the shape of `%s` is checked: %j", (path, to, message) => {
  expect(ofFleet(path, to)).toEqual([message]);
});

test("the keys of weights and pins are checked", () => {
  expect(ofFleet("weights", { two: 1 })).toEqual([
    "dev-fleet.cells.weights.two: expected numbers by cell, such as { c02: 0.5 }",
  ]);
  expect(ofFleet("pinned", { "tenant 1": "c02" })).toEqual([
    "dev-fleet.cells.pinned.tenant 1: expected cells by partition key (1 to 128 printable characters without spaces)",
  ]);
});

test.each([
  ["fleet", ["c01", "c02", "c03", "c02"], ['fleet: expected each name once, got "c02" twice']],
  [
    "fleet",
    ["c02", "c03"],
    [
      'fleet: expected c01 among them, whose network and deliveries are the environment\'s, got ["c02","c03"]; a weight of 0 drains it',
    ],
  ],
  [
    "fleet",
    17,
    [
      'fleet: expected cells that 10.32.0.0/12 has a network of /16 for, 16 at most, got "c17"; give networkPrefix a longer prefix before the second cell is applied',
    ],
  ],
  ["weights", { c04: 1 }, ['weights.c04: expected a cell of the fleet, got "c04"']],
  [
    "weights",
    { c01: 0, c02: 0, c03: 0 },
    [
      'weights: expected a cell with a weight above 0, since users without a pin need one, got {"c01":0,"c02":0,"c03":0}',
    ],
  ],
  ["pinned", { "tenant-1": "c09" }, ['pinned.tenant-1: expected a cell of the fleet, got "c09"']],
  ["sandbox", "c09", ['sandbox: expected a cell of the fleet, got "c09"']],
])("what the fields of a fleet mean to one another: %s %j", (path, to, expected) => {
  expect(ofFleet(path, to)).toEqual(expected.map((message) => `dev-fleet.cells.${message}`));
});

test("a pool that is one network has no second cell", () => {
  expect(messages({ ...FLEET, network: { pool: "10.32.0.0/18", nat: "single" } })).toEqual([
    'dev-fleet.cells.fleet: expected cells that 10.32.0.0/18 has a network of /16 for, 1 at most, got "c02"; give networkPrefix a longer prefix before the second cell is applied',
  ]);
});

test("a prefix without a network decides nothing", () => {
  const rest = changed(dev, "network", undefined);
  const functions = { ...rest, services: [orders], cells: { fleet: 2, networkPrefix: 20 } };
  expect(messages(functions)).toEqual([
    "dev.cells.networkPrefix: expected none without a network, got 20; leave it out",
  ]);
});

test("a raw resource has another name in each cell", () => {
  const raw = { cloud: "aws", type: "aws_sns_topic", id: "audit" } as const;
  const named = (name: string) => ({
    ...FLEET,
    services: [{ ...orders, extend: [{ ...raw, attributes: { name } }] }],
  });
  expect(messages(named("audit"))).toEqual([
    'orders.extend[0].attributes.name: expected a name that holds {-cell} or {cell}, since dev-fleet has the resource in each of its 3 cells, got "audit"',
  ]);
  for (const name of ["audit{-cell}", "{cell}-audit", "${aws_sqs_queue.orders_events.name}-audit"])
    expect(messages(named(name))).toEqual([]);
});

test("a delivery leads to no service of one cell", () => {
  const [, checkout, images] = FLEET.services;
  const fronted = {
    ...images,
    workload: { ...images.workload, origin: { service: "checkout", paths: ["/api/*"] } },
  };
  expect(messages({ ...FLEET, services: [checkout, fronted] })).toContain(
    "catalog-images.workload.origin: expected none in an environment of several cells without a router (dev-fleet): the edge would send every user's requests to one of them; declare dev-fleet.cells.router",
  );
});

test("nor does the address of an API", () => {
  const atEdge = { ...storefront, stores: {}, objectives: [] };
  expect(messages({ ...FLEET, services: [atEdge] })).toEqual([
    "storefront.workload.edge: expected none in an environment of several cells (dev-fleet): the edge would send every user's requests to one of them; leave it out, and each cell's API answers at its own address",
  ]);
});

test("without a pipeline, each cell says who writes its logs of workflows and jobs, and an account takes ten", () => {
  const cells = (fleet: number) => ({ ...FLEET, services: [FULFILMENT], cells: { fleet } });
  const most = messages(cells(10)).filter((message) => message.includes("pipeline"));
  expect(most).toEqual([]);
  expect(messages(cells(11))).toContain(
    "dev-fleet.pipeline: expected a pipeline, whose bootstrap stack says once who may write logs of workflows and jobs: without one dev-fleet has 11 resource policies of CloudWatch Logs, and an account 10 in a region",
  );
  expect(messages({ ...cells(11), pipeline: GITHUB })).toEqual([]);
});

test("Google Cloud has no fleets yet", () => {
  const google = { ...FLEET, cloud: "google", project: "p-12345", projectNumber: "1234567" };
  expect(messages(google as unknown as EnvironmentDeclaration)).toContain(
    "dev-fleet.cells: expected no such property; remove it or correct its name",
  );
});

const recorded = (count: number) => ({ prod: rebalance(undefined, evenCells(count)) });

test("buckets are where the weights ask for, or the command that moves them is said", () => {
  expect(() => settle(fleetOf({ fleet: 4 }), {}, {}, recorded(4))).not.toThrow();
  expect(() => settle(fleetOf({ fleet: 5 }), {}, {}, recorded(4))).toThrow(
    "prod.cells: expected the buckets that environments/cells/prod.json says to be those that the weights ask for, got 819 that would move; run npx plinth cells reshard --env prod, and review what changes",
  );
});

test("a cell that holds users does not leave", () => {
  expect(() => settleAll([fleetOf({ fleet: 3 })], {}, {}, recorded(4))).toThrow(
    "prod.cells: expected that c04 holds no bucket before it leaves the fleet, got 1024; give it the weight 0, run npx plinth cells reshard --env prod, and let its users move",
  );
});

test("no environment is called as a fleet's cells are", () => {
  const other = {
    ...dev,
    name: "prod-can",
    network: { pool: "10.128.0.0/16", nat: "single" },
  } as const;
  expect(() => settleAll([fleetOf({ fleet: 2 }), other])).toThrow(
    'prod.cells: expected no environment whose name begins with prod-c, as the names of the fleet\'s cells do, got "prod-can"; call that one otherwise',
  );
});
