import { readYaml } from "../read";

interface Prometheus {
  readonly global: { readonly external_labels: object };
}

describe.each(["dev", "prod", "dev-gcp"])("the engines of %s", (environment) => {
  test.each(["orders", "meta_monitoring"])("Mimir gets the same groups of %s", (name) => {
    const { namespace, groups } = readYaml<{ namespace: string; groups: object[] }>(
      environment,
      `prometheus/mimir/${name}.yaml`,
    );
    expect(namespace).toBe(`plinth-${environment}-${name}`);
    expect({ groups }).toEqual(readYaml(environment, `prometheus/rules/${name}.yaml`));
  });

  test("Thanos evaluates as often as Prometheus, under the same external label", () => {
    const { args } = readYaml<{ args: string[] }>(environment, "prometheus/thanos/ruler.yaml");
    const { global } = readYaml<Prometheus>(environment, "prometheus/prometheus.yml");
    expect(global.external_labels).toEqual({ prometheus: `plinth-${environment}` });
    expect(args).toContain(`--label=prometheus="plinth-${environment}"`);
    expect(args).toContain("--eval-interval=1m");
  });
});
