import { stringify } from "yaml";
import { toolPath } from "../../tools/find";
import { files } from "../../model/names";
import { filesOf, findEnvironment } from "./estate";
import { Outdir, run, type Outcome } from "./outdir";
import { boardQueries, findFile, sharedRuleFiles, substitute } from "./read";

const ENVIRONMENTS = ["dev", "prod", "dev-gcp"] as const;
const out = new Outdir();

// A tool takes milliseconds, on a busy machine seconds.
jest.setTimeout(60_000);

beforeAll(() => {
  for (const environment of ENVIRONMENTS) out.writeAll(environment, filesOf(environment));
});

afterAll(() => out.remove());

const success = async (
  tool: Parameters<typeof toolPath>[0],
  ...args: string[]
): Promise<string> => {
  const { exitCode, output } = await run(toolPath(tool), args);
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  return output;
};

/** The receiver to which Alertmanager sends an alert. */
async function routeOf(file: string, ...labels: readonly string[]): Promise<string> {
  const args = ["config", "routes", "test", `--config.file=${file}`, ...labels];
  return (await success("amtool", ...args)).trim();
}

/** Pint over the rules of a folder, by the house rules beside them. */
const lint = (prometheus: string): Promise<Outcome> =>
  run(toolPath("pint"), [
    ...["--offline", "--no-color", "--config", `${prometheus}/pint.hcl`],
    ...["lint", "--fail-on=info", "--min-severity=info", `${prometheus}/rules`],
  ]);

describe.each(ENVIRONMENTS)("what %s is given", (environment) => {
  const at = (file: string): string => `${out.path}/${environment}/${file}`;

  const services = findEnvironment(environment).services.map(({ name }) => name);

  test.each(services)("has rules of %s that promtool accepts, with every lint", async (name) => {
    const rules = at(files.rules(name));
    const written = filesOf(environment)
      .get(files.rules(name))!
      .match(/^ +- (record|alert): /gm)!;
    expect(
      await success("promtool", "check", "rules", "--lint=all", "--lint-fatal", rules),
    ).toContain(`SUCCESS: ${written.length} rules found`);
  });

  test("has rules in which pint finds nothing, by its rules and the house's", async () => {
    const { output } = await lint(at("prometheus"));
    expect(output).not.toMatch(/^(Information|Warning|Bug|Fatal)/m);
    expect(output).toMatch(/entries=\d/);
  });

  test("has panels whose queries promtool accepts, types and all", async () => {
    const rules = boardQueries(environment).map((expr, index) => ({
      record: `panel:query:${index}`,
      expr: substitute(environment, expr),
    }));
    const file = out.write(
      `${environment}/panels.yaml`,
      stringify({ groups: [{ name: "panels", rules }] }),
    );
    expect(await success("promtool", "check", "rules", "--lint=none", file)).toContain(
      `${rules.length} rules found`,
    );
  });

  test("has a configuration of Prometheus that promtool accepts, with its rules and scrape jobs", async () => {
    const output = await success("promtool", "check", "config", at("prometheus/prometheus.yml"));
    const count = services.length + sharedRuleFiles(environment).length;
    expect(output).toContain(`SUCCESS: ${count} rule files found`);
    expect(output).not.toContain("FAILED");
  });

  // mimirtool's format is Prometheus's under a namespace, which promtool does not know.
  test.each(services)("has rules of %s for Mimir that promtool accepts", async (name) => {
    const text = findFile(environment, files.mimirRules(name));
    expect(text).toMatch(/^namespace: /m);
    const rules = out.write(`${environment}/mimir.yaml`, text.replace(/^namespace: .*\n/m, ""));
    expect(await success("promtool", "check", "rules", rules)).toContain("SUCCESS");
  });

  // It does not read its user's variables, so those stay as they are written.
  test("has a compose file that the reference implementation accepts", async () => {
    const output = await success("compose-spec", "-no-interpolation", at("compose.yaml"));
    expect(output).toContain("image: prom/prometheus:v3.15.0");
  });

  test.each(services)("has OpenSLO documents of %s that oslo accepts", async (name) => {
    expect(await success("oslo", "validate", "-f", at(files.openSlo(name)))).toContain("Valid!");
  });

  test("has an Alertmanager configuration that amtool accepts", async () => {
    const file = at("alertmanager/alertmanager.yaml");
    expect(await success("amtool", "check-config", file)).toContain("SUCCESS");
  });

  test("has alerts on the alerting itself that promtool accepts and whose tests hold", async () => {
    const rules = at("prometheus/rules/meta_monitoring.yaml");
    expect(
      await success("promtool", "check", "rules", "--lint=all", "--lint-fatal", rules),
    ).toContain("SUCCESS: 5 rules found");
    const tests = at("prometheus/tests/meta_monitoring.yaml");
    expect(await success("promtool", "test", "rules", tests)).toContain("SUCCESS");
  });

  test.each(sharedRuleFiles(environment))(
    "has alerts in %s that promtool accepts and whose tests hold",
    async (name) => {
      expect(
        await success(
          "promtool",
          "check",
          "rules",
          "--lint=all",
          "--lint-fatal",
          at(files.rules(name)),
        ),
      ).toContain("SUCCESS");
      const paths = [files.ruleTests(name), files.hourlyRuleTests(name)].filter((path) =>
        filesOf(environment).has(path),
      );
      expect(paths).not.toEqual([]);
      for (const path of paths)
        expect(await success("promtool", "test", "rules", at(path))).toContain("SUCCESS");
    },
    600_000,
  );

  test("sends the dead-man's switch to its listener and to nobody else", async () => {
    const file = at("alertmanager/alertmanager.yaml");
    expect(await routeOf(file, "alertname=Watchdog", "severity=none", "team=platform")).toBe(
      "watchdog",
    );
  });

  test.each([
    ["page", "commerce", "commerce-page"],
    ["ticket", "commerce", "commerce-ticket"],
    ["page", "platform", "platform-page"],
    ["ticket", "nobody", "platform-ticket"],
  ])("sends a %s of team %s to %s", async (severity, team, receiver) => {
    const file = at("alertmanager/alertmanager.yaml");
    expect(await routeOf(file, `severity=${severity}`, `team=${team}`)).toBe(receiver);
  });
});

describe("the house rules see", () => {
  test.each([
    ["an alert without a runbook", /^ *runbook_url: .*\n/gm, "", "runbook_url"],
    ["a runbook that is not published", /runbooks\.dev\./g, "runbooks.", "runbook_url"],
    ["an alert of an objective without a board", /^ *dashboard_url: .*\n/gm, "", "dashboard_url"],
    ["a board of another Grafana", /grafana\.dev\./g, "grafana.", "dashboard_url"],
    ["an alert without a summary", /^ *summary: .*\n/gm, "", "summary"],
    ["a severity that no route knows", / severity: page/g, " severity: critical", "severity"],
    ["an alert of nobody's", /^ *team: .*\n/gm, "", "team"],
    ["a tier that nothing inhibits", /burn_tier: fast/g, "burn_tier: quick", "burn_tier"],
    ["an alert that lost its objective", /max without \(sloth_window\)/g, "max", "sloth_id"],
    ["an alert of one window", / without \(sloth_window\)/g, " without (other)", "sloth_window"],
    ["a record that lost its place", /^ *cell: c01\n/gm, "", "cell"],
    ["another environment's records", /, environment="dev"/g, "", "environment"],
    ["another exporter's series", /job="yace", /g, "", "job"],
  ])("%s", async (mistake, from, to, about) => {
    const folder = `house-rules/${mistake.replaceAll(/\W/g, "-")}`;
    const rules = findFile("dev", "prometheus/rules/orders.yaml");
    expect(rules).toMatch(from);
    out.write(`${folder}/rules/orders.yaml`, rules.replaceAll(from, to));
    out.write(`${folder}/pint.hcl`, findFile("dev", "prometheus/pint.hcl"));
    const { exitCode, output } = await lint(`${out.path}/${folder}`);
    expect(exitCode).toBe(1);
    expect(output).toMatch(new RegExp(`\\((alerts/annotation|rule/label|promql/[a-z]+)\\)`));
    expect(output).toContain(`\`${about}\``);
  });
});

test.each(["dev", "prod"])(
  "YACE accepts the exporter configuration of %s",
  async (environment) => {
    const file = `${out.path}/${environment}/exporters/yace.yaml`;
    const output = await success("yace", "verify-config", `--config.file=${file}`);
    expect(output).toContain("Config file is valid");
    expect(output).not.toMatch(/WARN|ERROR/);
  },
  60_000,
);

// prod's are dev's under another name (slo.test.ts).
test.each([
  ["dev", "orders"],
  ["dev", "storefront"],
  ["dev", "catalog-images"],
  ["dev-gcp", "orders"],
])(
  "the generated tests of %s's %s hold",
  async (environment, service) => {
    for (const path of [files.ruleTests(service), files.hourlyRuleTests(service)]) {
      const file = `${out.path}/${environment}/${path}`;
      expect(await success("promtool", "test", "rules", file)).toContain("SUCCESS");
    }
  },
  900_000,
);
