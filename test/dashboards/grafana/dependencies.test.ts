import { renderBoard } from "../../../dashboards/grafana";
import { ruleGroup } from "../../../dashboards/slo/rule_file";
import { slosOf } from "../../../dashboards/slo/slo";
import { devGcp } from "../../../environments/dev-gcp";
import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import { settle } from "../../../model/settle";
import type { ReadBoard } from "../read";

const service = (name: string, dependsOn: readonly string[], objectives = orders.objectives) => ({
  ...{ ...orders, name, dependsOn },
  objectives: objectives.map((one) => ({ ...one, target: 99.9 - dependsOn.length })),
});

const SERVICES = [
  service("orders", ["payments", "silent", "ledger"]),
  service("ledger", ["far"]),
  service("payments", []),
  service("silent", [], []),
  service("far", []),
];

function boardOf(name: string, declaration: typeof dev | typeof devGcp = dev): ReadBoard {
  const environment = settle({ ...declaration, services: SERVICES });
  const service = environment.services.find((one) => one.name === name)!;
  return JSON.parse(
    renderBoard(service, slosOf(service, environment), environment).text,
  ) as ReadBoard;
}

const rowOf = (board: ReadBoard) => board.panels.filter(({ id }) => id > 800);

describe.each([dev, devGcp])("the board of what needs other services, in $name", (declaration) => {
  const row = rowOf(boardOf("orders", declaration));

  test("shows each of those that promise something: budget, burn, alerts", () => {
    expect(row.map(({ id, title }) => [id, title])).toEqual([
      [801, "payments: budget left"],
      [802, "payments: burn rate (1h)"],
      [803, "payments: firing alerts"],
      [821, "ledger: budget left"],
      [822, "ledger: burn rate (1h)"],
      [823, "ledger: firing alerts"],
    ]);
  });

  test("asks for that service alone, in the environment and the cells that are shown", () => {
    for (const { title, targets = [] } of row) {
      const selectors = targets.flatMap(({ expr }) => expr.match(/{[^}]*}/g) ?? []);
      expect(selectors.length).toBeGreaterThan(0);
      for (const selector of selectors) {
        expect(selector).toContain(`sloth_service="${title.split(":")[0]}"`);
        expect(selector).toContain('job=~"$job"');
        expect(selector).toContain('environment="$environment"');
        expect(selector).toContain('cell=~"$cell"');
      }
    }
  });

  test("says of each what it shows and in which unit", () => {
    for (const { description, fieldConfig } of row) {
      expect(description).toMatch(/\w\.$/);
      expect(fieldConfig?.defaults.unit).toMatch(/^(percentunit|short)$/);
    }
  });

  test("reads only what the rules of that service record", () => {
    const environment = settle({ ...declaration, services: SERVICES });
    const rules = slosOf(
      environment.services.find(({ name }) => name === "ledger")!,
      environment,
    );
    const recorded = rules.flatMap((slo) =>
      ruleGroup(slo).rules.flatMap((rule) => ("record" in rule ? rule.record : [])),
    );
    const read = row.flatMap(({ targets = [] }) =>
      targets.flatMap(({ expr }) => expr.match(/[\w:]+(?={)/g) ?? []),
    );
    for (const name of read) expect([...recorded, "ALERTS"]).toContain(name);
  });

  test("leads from each panel to the board of that service, and from the top to those without objectives too", () => {
    const grafana = `${declaration.links.grafana}/d/${declaration.name}`;
    for (const { title, links } of row)
      expect(links?.map(({ url }) => url)).toEqual([`${grafana}-${title.split(":")[0]}`]);
    const urls = boardOf("orders", declaration).links.map(({ url }) => url);
    for (const name of ["payments", "silent", "ledger"])
      expect(urls).toContain(`${grafana}-${name}`);
  });
});

test("a number stays with its dependency where another one stops promising anything", () => {
  expect(rowOf(boardOf("ledger")).map(({ id }) => id)).toEqual([801, 802, 803]);
});

test("a service that needs no other has no such row, and no such link", () => {
  const board = boardOf("payments");
  expect(board.panels.map(({ title }) => title)).not.toContain("Dependencies");
  expect(rowOf(board)).toEqual([]);
  expect(board.links.map(({ title }) => title).filter((title) => /Needs/.test(title))).toEqual([]);
});
