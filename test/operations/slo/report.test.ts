import { readFileSync } from "node:fs";
import { join } from "node:path";
import { environments } from "../../../environments";
import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import { settle, settleAll } from "../../../model/settle";
import { reportSlos } from "../../../operations/slo/report";
import { renderText } from "../../../operations/slo/text";
import type { SloFacts } from "../../../operations/slo/report";
import { environmentOfWindows } from "../../dashboards/windows";

const windows = (targets: { success: number; freshness: number }): readonly SloFacts[] =>
  reportSlos([environmentOfWindows("dev", () => targets)], {}).slos;

test("budgets, times and least bad ones are those of the objective's own window", () => {
  const shown = windows({ success: 99.9, freshness: 99.5 }).map(
    ({ id, budget, totalOutage, tiers }) => [
      id,
      budget.bad,
      totalOutage.minutesToPage,
      totalOutage.budgetSpentPercent,
      tiers.map(({ exhaustedIn }) => exhaustedIn).join(" "),
    ],
  );
  expect(shown).toEqual([
    ["orders-success-7d", 3_024, 2, 9.921, "750m 2d 5d 160h"],
    ["orders-freshness-7d", 50.4, 5, 9.921, "750m 2d 5d 160h"],
    ["orders-success-28d", 12_096, 2, 2.48, "50h 5d 10d 640h"],
    ["orders-freshness-28d", 201.6, 5, 2.48, "50h 5d 10d 640h"],
    ["orders-success-30d", 12_960, 2, 2.315, "50h 5d 10d 30d"],
    ["orders-freshness-30d", 216, 5, 2.315, "50h 5d 10d 30d"],
    ["orders-success-90d", 38_880, 3, 1.543, "100h 10d 20d 2000h"],
    ["orders-freshness-90d", 648, 7, 1.08, "100h 10d 20d 2000h"],
  ]);
});

test("a budget of less than what goes before the page is spent more than once", () => {
  const [slo] = windows({ success: 99.999, freshness: 99.999 });
  expect(slo?.totalOutage.budgetSpentPercent).toBe(992.1);
});

test("whoever promises nothing has nothing to show", () => {
  const quiet = settle({ ...dev, services: [{ ...orders, objectives: [] }] });
  const report = reportSlos([quiet], { service: "orders" });
  expect(report.slos).toEqual([]);
  expect(renderText(report)).toBe("no objectives are declared\n");
});

describe("docs/slo.md", () => {
  const text = readFileSync(join(__dirname, "../../../docs/slo.md"), "utf8");
  const { slos } = reportSlos(settleAll(environments), {});
  const find = (environment: string, objective: string): SloFacts =>
    slos.find((slo) => slo.environment === environment && slo.objective === objective)!;

  test("tells the times to page that are computed", () => {
    const minutes = (environment: string, objective: string): string =>
      `${find(environment, objective).totalOutage.minutesToPage} min`;
    expect(text).toContain(`| \`success\` on AWS | ${minutes("dev", "success")} (`);
    expect(text).toContain(`| \`success\` on Google Cloud | ${minutes("dev-gcp", "success")} |`);
    expect(minutes("dev", "copy")).toBe(minutes("dev", "freshness"));
    expect(text).toContain(`| \`freshness\`, \`replication\` | ${minutes("dev", "freshness")} |`);
  });

  test("explains every field of the JSON", () => {
    const fields = (value: unknown, at = ""): string[] =>
      Object.entries(value as object).flatMap(([key, inner]: [string, unknown]) => {
        const path = `${at}${key}`;
        if (Array.isArray(inner)) return [path, ...fields(inner[0], `${path}[].`)];
        return typeof inner === "object" ? fields(inner, `${path}.`) : [path];
      });
    const missing = fields(slos[0]).filter((path) => !text.includes(`\`${path}\``));
    expect(missing).toEqual([]);
  });

  test.each(windows({ success: 99.9, freshness: 99.5 }).map((slo) => [slo.window, slo] as const))(
    "tells the tiers of %s",
    (window, { tiers }) => {
      const cells = tiers.map((tier) => `${tier.factor} (${tier.budgetSpentPercent}%)`);
      const lowest = Math.ceil(10_000 - 10_000 / tiers[0]!.factor) / 100;
      expect(text).toContain(`| ${window} | ${cells.join(" | ")} | ${lowest}% |`);
    },
  );
});
