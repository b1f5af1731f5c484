import { parseAllDocuments } from "yaml";
import { filesOf, findEnvironment } from "./estate";
import { findFile, readYaml, rulesOf } from "./read";
import { seriesOf } from "./query";

interface AlertPolicy {
  readonly metadata: { readonly annotations: { readonly runbook_url: string } };
  readonly spec: {
    readonly conditions: readonly {
      readonly spec: {
        readonly severity: string;
        readonly condition: { readonly threshold: number; readonly lookbackWindow: string };
      };
    }[];
    readonly notificationTargets: readonly { readonly metadata: { readonly name: string } }[];
  };
}

interface SloDocument {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly indicator: {
      readonly spec: { readonly ratioMetric: Record<"bad" | "total", MetricSource> };
    };
    readonly timeWindow: unknown;
    readonly budgetingMethod: string;
    readonly objectives: readonly { readonly targetPercent: number }[];
    readonly alertPolicies: readonly AlertPolicy[];
  };
}

interface MetricSource {
  readonly metricSource: { readonly spec: { readonly query: string } };
}

function documents(environment: string): SloDocument[] {
  const text = findFile(environment, "openslo/orders.yaml");
  return parseAllDocuments(text).map((document) => document.toJS() as SloDocument);
}

const slos = (environment: string): SloDocument[] =>
  documents(environment).filter(({ kind }) => kind === "SLO");

describe.each(["dev", "prod", "dev-gcp"])("the OpenSLO export of %s", (environment) => {
  test("has the service, then its SLOs as declared", () => {
    const [service, ...rest] = documents(environment);
    expect([service!.kind, service!.metadata.name]).toEqual(["Service", "orders"]);
    const declared = findEnvironment(environment).services[0]!.objectives;
    expect(rest.map(({ spec }) => [spec.objectives[0]!.targetPercent, spec.timeWindow])).toEqual(
      declared.map(({ targetPercent, window }) => [
        targetPercent.toNumber(),
        [{ duration: window, isRolling: true }],
      ]),
    );
  });

  test("counts events as events and minutes as time slices", () => {
    expect(
      slos(environment).map(({ metadata, spec }) => [metadata.name, spec.budgetingMethod]),
    ).toEqual([
      ["orders-success", "Occurrences"],
      ["orders-freshness", "Timeslices"],
    ]);
  });

  test("reads only what the rules record for that SLO", () => {
    for (const { metadata, spec } of slos(environment)) {
      const recorded = rulesOf(environment).flatMap(({ record, labels }) =>
        record !== undefined && labels["sloth_id"] === metadata.name ? [record] : [],
      );
      const { bad, total } = spec.indicator.spec.ratioMetric;
      for (const { metricSource } of [bad, total]) {
        const { query } = metricSource.spec;
        expect(recorded).toEqual(expect.arrayContaining(seriesOf(query)));
        expect(query).toContain(`sloth_id="${metadata.name}"`);
      }
    }
  });

  test("has one alert policy a tier, with the factor and window that the rules ask for", () => {
    for (const { metadata, spec } of slos(environment)) {
      const budget = 100 - spec.objectives[0]!.targetPercent;
      const burns = rulesOf(environment).filter(
        ({ alert, expr }) =>
          alert?.endsWith("ErrorBudgetBurn") && expr.includes(`"${metadata.name}"`),
      );
      expect(burns).toHaveLength(spec.alertPolicies.length);
      for (const [index, { spec: policy }] of spec.alertPolicies.entries()) {
        const { severity, condition } = policy.conditions[0]!.spec;
        const { expr, labels } = burns[index]!;
        expect(severity).toBe(labels["severity"]);
        expect(expr).toContain(`ratio_rate${condition.lookbackWindow}{`);
        const above = Number(/ > ([\d.]+)/.exec(expr)![1]);
        expect((condition.threshold * budget) / 100).toBeCloseTo(above, 12);
      }
    }
  });

  test("tells the receivers that Alertmanager has, and names runbooks that are there", () => {
    const { receivers } = readYaml<{ receivers: { name: string }[] }>(
      environment,
      "alertmanager/alertmanager.yaml",
    );
    const known = receivers.map(({ name }) => name);
    for (const policy of slos(environment).flatMap(({ spec }) => spec.alertPolicies)) {
      expect(known).toContain(policy.spec.notificationTargets[0]!.metadata.name);
      const file = policy.metadata.annotations.runbook_url.split("/").at(-1);
      expect(filesOf(environment).has(`runbooks/${file}`)).toBe(true);
    }
  });
});
