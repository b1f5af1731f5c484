import { stringify } from "yaml";
import { toolPath } from "../../tools/find";
import { filesOf } from "./estate";
import { Outdir, run } from "./outdir";
import { boardQueries, substitute } from "./read";

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

describe.each(ENVIRONMENTS)("what %s is given", (environment) => {
  const at = (file: string): string => `${out.path}/${environment}/${file}`;

  test("has rules that promtool accepts, with every lint", async () => {
    const rules = at("prometheus/rules/orders.yaml");
    expect(
      await success("promtool", "check", "rules", "--lint=all", "--lint-fatal", rules),
    ).toMatch(/SUCCESS: 4[45] rules found/);
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

  test("has a scrape configuration that promtool accepts", async () => {
    const file = out.write(
      `${environment}/prometheus.yml`,
      stringify({
        rule_files: ["prometheus/rules/*.yaml"],
        scrape_config_files: ["exporters/prometheus-scrape.yaml"],
      }),
    );
    expect(await success("promtool", "check", "config", file)).toContain("SUCCESS");
  });

  test("has OpenSLO documents that oslo accepts", async () => {
    expect(await success("oslo", "validate", "-f", at("openslo/orders.yaml"))).toContain("Valid!");
  });

  test("has an Alertmanager configuration that amtool accepts", async () => {
    const file = at("alertmanager/alertmanager.yaml");
    expect(await success("amtool", "check-config", file)).toContain("SUCCESS");
  });

  test.each([
    ["page", "commerce", "commerce-page"],
    ["ticket", "commerce", "commerce-ticket"],
    ["page", "platform", "platform-page"],
    ["ticket", "nobody", "platform-ticket"],
  ])("sends a %s of team %s to %s", async (severity, team, receiver) => {
    const file = at("alertmanager/alertmanager.yaml");
    const labels = [`severity=${severity}`, `team=${team}`];
    const args = ["config", "routes", "test", `--config.file=${file}`, ...labels];
    expect((await success("amtool", ...args)).trim()).toBe(receiver);
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
test.each(["dev", "dev-gcp"])(
  "the generated tests of %s hold",
  async (environment) => {
    const file = `${out.path}/${environment}/prometheus/tests/orders.yaml`;
    expect(await success("promtool", "test", "rules", file)).toContain("SUCCESS");
  },
  900_000,
);
