import { parse } from "yaml";
import { renderObservability } from "../../dashboards";
import { managedAlerting } from "../../dashboards/managed";
import { dev } from "../../environments/dev";
import { settle } from "../../model/settle";
import { findEnvironment } from "./estate";
import { withoutApisAtEdge } from "../model/cells/fleet";
import { MANAGED } from "../constructs/support/synth";

const NAME = "dev in cells";

const textsOf = (environment: ReturnType<typeof settle>): Map<string, string> =>
  new Map(renderObservability(environment).files.map(({ path, text }) => [path, text]));

const fleet = textsOf(findEnvironment(NAME));
const alone = textsOf(settle({ ...dev, services: withoutApisAtEdge(dev.services) }));

const RULES = /^(prometheus\/(rules|tests|mimir)|openslo|otel\/orders)/;

test("the rules of the first cell are those of an environment of one cell", () => {
  const own = [...alone].filter(([path]) => RULES.test(path) && !/meta_monitoring/.test(path));
  expect(own.length).toBeGreaterThan(20);
  for (const [path, text] of own) expect([path, fleet.get(path)]).toEqual([path, text]);
});

test("each other cell has rules, tests and objectives in files of its own", () => {
  for (const path of ["prometheus/rules/orders", "openslo/storefront", "prometheus/tests/checkout"])
    expect([...fleet.keys()].filter((one) => one.startsWith(path))).toEqual(
      expect.arrayContaining([`${path}.yaml`, `${path}_c02.yaml`]),
    );
  const renamed = alone.get("prometheus/rules/orders.yaml")!.replaceAll("c01", "c02");
  expect(fleet.get("prometheus/rules/orders_c02.yaml")).toBe(renamed);
  expect(fleet.has("prometheus/rules/catalog-images_c02.yaml")).toBe(false);
});

test("a dead cell is told by alerts of its own name, and no two groups are called the same", () => {
  const groups = [...fleet]
    .filter(([path]) => path.startsWith("prometheus/rules/"))
    .flatMap(([, text]) => (parse(text) as { groups: { name: string }[] }).groups);
  const names = groups.map(({ name }) => name);
  expect(names).toHaveLength(new Set(names).size);
  for (const cell of ["c01", "c02"]) expect(names).toContain(`slo-dev-${cell}-orders-success`);
});

test("boards and runbooks are there once, and a runbook says whose names it has", () => {
  const once = (names: Map<string, string>) =>
    [...names.keys()].filter((path) => /^(grafana|runbooks)\//.test(path));
  expect(once(fleet)).toEqual(once(alone));
  expect(fleet.get("runbooks/orders-success-error-budget-burn.md")).toMatch(
    /^# .*\n\nCommands and queries name the cell c01. The alert's label `cell` says which one it is of: put that one in the place of `c01`, in `dev-c01` as in every other name.\n\n## Meaning/,
  );
});

test("what follows boards asks each cell that a reader picks", () => {
  const board = fleet.get("grafana/dashboards/dev-orders.json")!;
  expect(board).toContain("$environment-$cell-orders");
  expect(board).toBe(alone.get("grafana/dashboards/dev-orders.json"));
});

test("the picture shows one cell for all", () => {
  expect(fleet.get("diagram.md")).toContain("and so each of 1 more");
});

test("a managed engine has the rules of every cell", () => {
  const names = managedAlerting(
    settle({
      ...{ ...MANAGED, services: withoutApisAtEdge(MANAGED.services), cells: { fleet: 2 } },
      network: { pool: "10.32.0.0/12", nat: "single" },
    }),
  ).aws!.namespaces.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["orders", "orders_c02", "meta_monitoring"]));
  expect(names).toHaveLength(new Set(names).size);
});
