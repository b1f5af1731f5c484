import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import { files } from "../../../model/names";
import { settle } from "../../../model/settle";
import { BUSINESS } from "../indicators";
import { seriesOf } from "../query";
import { readYaml, rulesOf, type ReadRule } from "../read";
import { filesByPath } from "../windows";

interface Prometheus {
  readonly global: { readonly external_labels: object };
}

interface MimirFile {
  readonly namespace: string;
  readonly groups: readonly { readonly name: string; readonly rules: readonly ReadRule[] }[];
}

const readMimir = (environment: string, name: string): MimirFile =>
  readYaml(environment, files.mimirRules(name));

const byText = (one: ReadRule, other: ReadRule): number =>
  JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;

describe.each(["dev", "prod", "dev-gcp"])("the engines of %s", (environment) => {
  test.each(["orders", "meta_monitoring"])("Mimir gets the same rules of %s", (name) => {
    const { namespace, groups } = readMimir(environment, name);
    expect(namespace).toBe(`plinth-${environment}-${name}`);
    expect(groups.flatMap(({ rules }) => rules).sort(byText)).toEqual(
      [...rulesOf(environment, name)].sort(byText),
    );
  });

  test("Mimir gets no more rules a group than it takes", () => {
    const { groups } = readMimir(environment, "orders");
    expect(groups.filter(({ rules }) => rules.length > 20)).toEqual([]);
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
  });

  test("in Mimir, what counts and burns reads nothing of the other group", () => {
    const { groups } = readMimir(environment, "orders");
    const waiting = groups
      .filter(({ name }) => name.endsWith("-budget"))
      .flatMap(({ rules }) => rules.flatMap(({ record }) => record ?? []));
    const read = groups
      .filter(({ name }) => !name.endsWith("-budget"))
      .flatMap(({ rules }) => rules.flatMap(({ expr }) => seriesOf(expr)));
    expect(waiting).toContain("slo:period_error_budget_remaining:ratio");
    expect(read.filter((series) => waiting.includes(series))).toEqual([]);
  });

  test("Thanos evaluates as often as Prometheus, under the same external label", () => {
    const { args } = readYaml<{ args: string[] }>(environment, "prometheus/thanos/ruler.yaml");
    const { global } = readYaml<Prometheus>(environment, "prometheus/prometheus.yml");
    expect(global.external_labels).toEqual({ prometheus: `plinth-${environment}` });
    expect(args).toContain(`--label=prometheus="plinth-${environment}"`);
    expect(args).toContain("--eval-interval=1m");
  });
});

test("where a group is too long all the same, the file says what to raise the limit to", () => {
  const objective = { ...BUSINESS, window: "month", sliceTarget: 99 } as const;
  const environment = settle({ ...dev, services: [{ ...orders, objectives: [objective] }] });
  const text = filesByPath(environment).get(files.mimirRules("orders"))!;
  expect(text).toContain(
    "# A group has 24 rules: have ruler_max_rules_per_rule_group raised to 24 or more; it is 20 by default.",
  );
});
