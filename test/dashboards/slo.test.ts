import { readFileSync } from "node:fs";
import path from "node:path";
import { Decimal } from "decimal.js";
import { renderObservability } from "../../dashboards";
import { fewestBadEvents } from "../../dashboards/slo/guard";
import { slosOf, thresholdOf, type Slo } from "../../dashboards/slo/slo";
import { notation } from "../../dashboards/slo/tests/notation";
import { Oracle, minutesOf, repeat } from "../../dashboards/slo/tests/timeline";
import { burnTiers, type BurnTier } from "../../model/burn";
import { files } from "../../model/names";
import { settle } from "../../model/settle";
import { dev } from "../../environments/dev";
import { orders } from "../../environments/services/orders";
import { estate, filesOf, findEnvironment, render } from "./estate";
import { boardOf, rulesOf } from "./read";

/** Whom a runbook names. */
function contactOf(path: string): string {
  if (path.includes("catalog-images")) return "#media-oncall";
  return /orders|storefront|checkout/.test(path) ? "#commerce-oncall" : "#platform";
}

const ENVIRONMENTS = ["dev", "prod", "dev-gcp"] as const;

const devSlos = (): Slo[] => {
  const environment = findEnvironment("dev");
  return environment.services.flatMap((service) => slosOf(service, environment));
};

const [success, freshness] = devSlos() as [Slo, Slo];
const TIERS = burnTiers("30d");

describe("burn tiers", () => {
  test("thresholds are exact decimals: factor times budget", () => {
    expect(TIERS.map((tier) => thresholdOf(success, tier))).toEqual([
      "0.0144",
      "0.006",
      "0.003",
      "0.001",
    ]);
    expect(TIERS.map((tier) => thresholdOf(freshness, tier))).toEqual([
      "0.072",
      "0.03",
      "0.015",
      "0.005",
    ]);
  });

  test("the guard asks for a hundredth of a tier's share at the declared traffic", () => {
    expect(TIERS.map((tier) => fewestBadEvents(success, tier))).toEqual([3, 7, 13, 13]);
  });

  test("the guard of time slices asks for what crosses the threshold with full data", () => {
    expect(TIERS.map((tier) => fewestBadEvents(freshness, tier))).toEqual([5, 11, 22, 22]);
  });

  test("the guard never lets a lone event alert, however low the traffic", () => {
    const quiet = { ...orders, traffic: { averagePerSecond: 0.001, peakPerSecond: 0.001 } };
    const environment = settle({ ...dev, services: [quiet] });
    const [slo] = slosOf(environment.services[0]!, environment) as [Slo];
    expect(TIERS.map((tier) => fewestBadEvents(slo, tier))).toEqual([2, 2, 2, 2]);
  });
});

describe("the oracle of the generated tests", () => {
  // Time to fire with a full clean long window: budget / errors x factor x window.
  test.each([
    [15, 1],
    [30, 1],
    [300, 1],
  ])("agrees with the closed form for a burn of %d", (burn) => {
    const [fast] = TIERS as [BurnTier];
    const bad = burn * 10;
    const oracle = new Oracle(success, [
      ...repeat(60, { good: 0, bad: 0 }).map(() => ({ bad: 0, total: 10_000 })),
      ...Array.from({ length: 61 }, () => ({ bad, total: 10_000 })),
    ]);
    const closed =
      new Decimal(fast.factor).dividedBy(burn).times(minutesOf("1h")).floor().toNumber() + 1;
    expect(oracle.findMinute(60, (minute) => oracle.fires(fast, minute)) - 59).toBe(closed);
  });
});

test("no generated test shows fewer events than none, however low the target", () => {
  for (const path of ["catalog-images", "storefront", "orders"].map(files.ruleTests)) {
    const values = [
      ...filesOf("dev")
        .get(path)!
        .matchAll(/^ *- ?values: (.*)$|^ *values: (.*)$/gm),
    ];
    expect(values.length).toBeGreaterThan(50);
    for (const [line] of values) expect(line).not.toMatch(/: '?-\d| -\d/);
  }
});

describe("promtool's notation", () => {
  test("says runs of equal steps once", () => {
    expect(notation([0, 0, 0, 1, 3, 5, undefined, undefined, NaN, "stale", 7])).toBe(
      "0+0x2 1+2x2 _x2 NaN stale 7",
    );
  });

  test("says falls with a minus", () => {
    expect(notation([9, 6, 3])).toBe("9-3x2");
  });
});

describe.each(ENVIRONMENTS)("alerts in %s", (environment) => {
  const alerts = rulesOf(environment).filter(({ alert }) => alert !== undefined);
  const board = boardOf(environment);
  const files = filesOf(environment);

  test("there are five an objective", () => {
    expect(alerts).toHaveLength(10);
  });

  test.each(
    alerts.map((rule) => [rule.alert, rule.labels["burn_tier"] ?? "absent", rule] as const),
  )(
    "%s %s has the labels and annotations that people and routes need",
    (_name, _tier, { labels, annotations = {} }) => {
      expect(["page", "ticket"]).toContain(labels["severity"]);
      expect(labels["team"]).toBe("commerce");
      expect(annotations["summary"]).toMatch(/^\S.*\.$/);
      expect(annotations["description"]).toMatch(/\.$/);
    },
  );

  test("every runbook link lands on a runbook of that alert", () => {
    for (const { alert, annotations = {} } of alerts) {
      const file = annotations["runbook_url"]!.split("/").at(-1)!;
      expect(files.get(`runbooks/${file}`)).toMatch(new RegExp(`^# ${alert}\n`));
    }
  });

  test("every board link lands on a panel of the board", () => {
    for (const { annotations = {} } of alerts) {
      const [, uid, panel] = /\/d\/([^?]+)\?viewPanel=(\d+)$/.exec(annotations["dashboard_url"]!)!;
      expect(uid).toBe(board.uid);
      expect(board.panels.map(({ id }) => id)).toContain(Number(panel));
    }
  });

  test("no file holds a path of a machine, and a second rendering has the same bytes", () => {
    expect([...render(environment)]).toEqual([...files]);
    for (const text of files.values()) expect(text).not.toMatch(/\/(home|root|work|tmp)\//);
  });
});

describe("an environment's observability", () => {
  test("is counted for the main job's table", () => {
    expect(estate.map((environment) => renderObservability(environment).counts)).toEqual([
      { slos: 9, rules: 213, boards: 7 },
      { slos: 9, rules: 238, boards: 7 },
      { slos: 2, rules: 49, boards: 3 },
    ]);
  });

  test("prod's rules and their tests are dev's under another name", () => {
    for (const path of ["prometheus/rules/orders.yaml", "prometheus/tests/orders.yaml"]) {
      const renamed = filesOf("dev")
        .get(path)!
        .replaceAll("dev-c01", "prod-c01")
        .replaceAll("environment: dev", "environment: prod")
        .replaceAll(/environment=(\\?)"dev(\\?)"/g, 'environment=$1"prod$2"')
        .replaceAll(".dev.example.com", ".example.com")
        .replaceAll("/d/dev-orders", "/d/prod-orders");
      expect(filesOf("prod").get(path)).toBe(renamed);
    }
  });

  test("of a service that promises nothing is its board, the fleet's, that of what it keeps and its picture; only the alerting itself is watched", () => {
    const environment = settle({ ...dev, services: [{ ...orders, objectives: [] }] });
    const { files, counts } = renderObservability(environment);
    expect(counts).toEqual({ slos: 0, rules: 5, boards: 3 });
    expect(files.map(({ path }) => path)).toEqual([
      "alertmanager/alertmanager.yaml",
      "compose.yaml",
      "diagram.md",
      "exporters/prometheus-scrape.yaml",
      "exporters/yace.yaml",
      "grafana/dashboards/dev-orders.json",
      "grafana/dashboards/dev_data.json",
      "grafana/dashboards/dev_fleet.json",
      "grafana/provisioning/dashboards/plinth.yaml",
      "grafana/provisioning/datasources/plinth.yaml",
      "otel/collector.yaml",
      "otel/loki.yaml",
      "otel/orders.env",
      "otel/tempo.yaml",
      "prometheus/mimir/meta_monitoring.yaml",
      "prometheus/pint.hcl",
      "prometheus/prometheus.yml",
      "prometheus/rules/meta_monitoring.yaml",
      "prometheus/tests/meta_monitoring.yaml",
      "prometheus/thanos/ruler.yaml",
      "runbooks/alertmanager-failed-to-send-alerts.md",
      "runbooks/prometheus-error-sending-alerts-to-any-alertmanager.md",
      "runbooks/prometheus-missing-rule-evaluations.md",
      "runbooks/prometheus-rule-failures.md",
      "runbooks/watchdog.md",
    ]);
  });

  test.each(ENVIRONMENTS)(
    "%s says in each runbook what to do, who owns it and how to go back",
    (name) => {
      const runbooks = [...filesOf(name)].filter(([path]) => path.startsWith("runbooks/"));
      expect(runbooks).toHaveLength({ dev: 25, prod: 29, "dev-gcp": 9 }[name]!);
      const all = ["Meaning", "Impact", "Diagnosis", "Mitigation", "Verification", "Rollback"];
      for (const [path, text] of runbooks) {
        const budget = path.endsWith("-error-budget-burn.md") ? ["Error budget"] : [];
        // What stands idle hurts nobody: there is nobody to be called after its owner.
        const isUrgent = !path.endsWith("-resource-idle.md");
        const isOfService = /orders|storefront|checkout|catalog-images/.test(path);
        const escalation = isOfService && isUrgent ? ["Escalation"] : [];
        const wanted = [...all, ...budget, ...escalation, "Owner"];
        expect([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(wanted);
        const [, contact] = /: (#[a-z-]+)$/m.exec(text) ?? [];
        expect(contact).toBe(contactOf(path));
      }
    },
  );

  test("a burn's runbook holds the declared first steps in order", () => {
    const text = filesOf("dev").get("runbooks/orders-success-error-budget-burn.md")!;
    const steps = orders.objectives[0]!.firstSteps.map((step, index) => `${index + 1}. ${step}`);
    expect(text).toContain(steps.join("\n"));
  });
});

describe("docs/slo.md", () => {
  const text = readFileSync(path.join(__dirname, "../../docs/slo.md"), "utf8");
  const percent = (slo: Slo, tier: BurnTier): string =>
    `${new Decimal(thresholdOf(slo, tier)).times(100).toFixed()}%`;

  test.each(TIERS.map((tier) => [tier.name, tier] as const))("tells of %s", (_name, tier) => {
    const start = `| ${tier.name} | ${tier.severity} | ${tier.shortWindow} and ${tier.longWindow} | ${tier.factor.toFixed()} | ${tier.budgetPercent.toFixed()}% |`;
    expect(text).toContain(`${start} ${percent(success, tier)} | ${percent(freshness, tier)} |`);
  });

  test("tells how many bad ones each guard asks for", () => {
    expect(text).toContain("a hundredth of that 3; 5% gives 7; 10% gives 13 and 13");
    expect(text).toContain("5, 11, 22, 22 at 99.5%");
  });
});
