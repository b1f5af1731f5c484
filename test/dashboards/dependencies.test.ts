import { parse } from "yaml";
import { dev } from "../../environments/dev";
import { orders } from "../../environments/services/orders";
import { settle } from "../../model/settle";
import { filesByPath } from "./windows";

interface InhibitRule {
  readonly source_matchers: readonly string[];
  readonly target_matchers: readonly string[];
  readonly equal: readonly string[];
}

const service = (name: string, ...dependsOn: readonly string[]) => ({
  ...orders,
  name,
  dependsOn,
  objectives: orders.objectives.map((objective) => ({
    ...objective,
    target: dependsOn.length === 0 ? objective.target : 98,
  })),
});

const rendered = (...services: readonly ReturnType<typeof service>[]) =>
  filesByPath(settle({ ...dev, services }));

/** The rules beside the three between tiers. */
function dependencyRules(...services: readonly ReturnType<typeof service>[]): InhibitRule[] {
  const text = rendered(...services).get("alertmanager/alertmanager.yaml")!;
  return (parse(text) as { inhibit_rules: InhibitRule[] }).inhibit_rules.slice(3);
}

const muted = (name: string, upstream: string): InhibitRule => ({
  source_matchers: ['severity="page"', `sloth_service=~"${upstream}"`],
  target_matchers: [
    'severity="ticket"',
    'burn_tier=~"fast|slow|steady|drip"',
    `sloth_service="${name}"`,
  ],
  equal: ["environment", "cell"],
});

describe("a page of what a service cannot work without", () => {
  test("keeps its tickets silent, at any remove", () => {
    const services = [
      service("shop", "orders"),
      service("orders", "payments", "ledger"),
      service("payments"),
      service("ledger"),
    ];
    expect(dependencyRules(...services)).toEqual([
      muted("shop", "ledger|orders|payments"),
      muted("orders", "ledger|payments"),
    ]);
  });

  test("keeps no ticket of its own silent where services need each other", () => {
    expect(dependencyRules(service("orders", "ledger"), service("ledger", "orders"))).toEqual([
      muted("orders", "ledger"),
      muted("ledger", "orders"),
    ]);
  });

  test("is looked for first by the runbook", () => {
    const files = rendered(service("orders", "ledger"), service("ledger"));
    expect(files.get("runbooks/orders-success-error-budget-burn.md")).toContain(
      "- ledger: <https://grafana.dev.example.com/d/dev-ledger>\n",
    );
    expect(files.get("runbooks/ledger-success-error-budget-burn.md")).not.toContain(
      "these; while one of them pages",
    );
  });

  test("is a matter of both teams, the runbooks say", () => {
    const ledger = { ...service("ledger"), owner: { team: "books", contact: "#books-oncall" } };
    const files = rendered(service("orders", "ledger"), ledger);
    expect(files.get("runbooks/orders-success-error-budget-burn.md")).toContain(
      "1. ledger is the cause, without which orders cannot work: team books (#books-oncall).\n",
    );
    expect(files.get("runbooks/ledger-success-error-budget-burn.md")).toContain(
      "1. the budget burns by a tier that pages: team commerce (#commerce-oncall) of orders, which cannot work without ledger, must know.\n",
    );
  });
});
