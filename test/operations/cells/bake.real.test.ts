import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderObservability } from "../../../dashboards";
import { dev } from "../../../environments/dev";
import { orders } from "../../../environments/services/orders";
import { series } from "../../../model/names";
import { settle } from "../../../model/settle";
import { prometheusAt } from "../../../operations/budget/prometheus";
import { bake, watchedAfter } from "../../../operations/cells/bake";
import { waveOf } from "../../../operations/cells/flags";
import { wavePlan } from "../../../operations/cells/plan";
import { toolPath } from "../../../tools/find";
import { freePort } from "../../e2e/servers";
import { until } from "../../e2e/until";

/**
 * The generated rules of a fleet in a real Prometheus, over an hour of counts that were written into its storage: every tenth event of the second
 * cell is lost. Only the rules' interval is shortened, and the minutes between two looks, so that the test need not wait.
 */
jest.setTimeout(120_000);

const fleet = settle({
  ...dev,
  network: { pool: "10.64.0.0/10", nat: "single" },
  services: [orders],
  cells: { fleet: 3, networkPrefix: 20 },
});
const plan = wavePlan(fleet);

let folder: string;
let prometheus: ChildProcess;
let url: string;

/** OpenMetrics: a value a minute, oldest first. */
function counts(name: string, cell: string, value: number, now: number): string {
  const labels = `{sloth_id="orders-success",sloth_service="orders",sloth_slo="success",environment="dev",cell="${cell}",job="yace"}`;
  return Array.from(
    { length: 60 },
    (_, minute) => `${name}${labels} ${value} ${now - (60 - minute) * 60}`,
  ).join("\n");
}

const history = (now: number): string =>
  [
    `# TYPE ${series.bad} unknown`,
    ...[counts(series.bad, "c01", 0, now), counts(series.bad, "c02", 10, now)],
    `# TYPE ${series.total} unknown`,
    ...[counts(series.total, "c01", 100, now), counts(series.total, "c02", 100, now)],
    "# EOF\n",
  ].join("\n");

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "plinth-bake-"));
  const data = join(folder, "data");
  mkdirSync(data);
  writeFileSync(join(folder, "history.om"), history(Math.floor(Date.now() / 1000)));
  const backfill = ["tsdb", "create-blocks-from", "openmetrics", join(folder, "history.om"), data];
  execFileSync(toolPath("promtool"), backfill, { stdio: "ignore" });
  for (const { path, text } of renderObservability(fleet).files)
    if (/^prometheus\/rules\/orders(_c02)?\.yaml$/.test(path))
      writeFileSync(
        join(folder, path.split("/").at(-1) ?? ""),
        text.replaceAll("interval: 1m", "interval: 1s"),
      );
  writeFileSync(join(folder, "prometheus.yaml"), "rule_files: [orders*.yaml]\n");
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const args = [
    `--config.file=${join(folder, "prometheus.yaml")}`,
    `--storage.tsdb.path=${data}`,
    `--web.listen-address=127.0.0.1:${port}`,
    "--log.level=error",
  ];
  prometheus = spawn(toolPath("prometheus"), args, { stdio: "ignore" });
  await until(60, async () => {
    const known = await ask(`count by (cell) (${series.info})`).catch(() => []);
    return known.length === 2 ? true : undefined;
  });
});

afterAll(() => {
  prometheus?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (promql: string) => prometheusAt(url, { at: new Date() })(promql);

function baked(wave: "sandbox" | "one", of = plan) {
  let time = 0;
  const sleep = (milliseconds: number) => Promise.resolve((time += milliseconds));
  const clock = { now: () => time, sleep };
  return bake(watchedAfter(of, waveOf(of, wave)), {
    ...{ query: ask, clock, every: 60_000, tell: () => undefined },
  });
}

test("a cell that burns stops the wave that reached it, and not the one before", async () => {
  await until(30, async () => ((await ask("ALERTS")).length > 0 ? true : undefined));
  expect(await baked("sandbox")).toMatchObject({ cells: ["c01"], verdict: "quiet", minutes: 60 });
  const { verdict, minutes, alerts } = await baked("one");
  expect({ verdict, minutes }).toEqual({ verdict: "burning", minutes: 0 });
  expect(alerts).toContainEqual(
    expect.objectContaining({
      ...{ alertname: "OrdersSuccessErrorBudgetBurn", cell: "c02", severity: "page" },
      ...{ sloth_service: "orders", sloth_slo: "success", environment: "dev" },
    }),
  );
});

test("a cell whose rules are not loaded is not watched, and said not to be", async () => {
  await expect(
    bake(
      { environment: "dev", cells: ["c01", "c03"], stopOn: "vector(1)", minutes: 60 },
      {
        ...{ query: ask, every: 1, tell: () => undefined },
        clock: { now: () => 0, sleep: () => Promise.resolve() },
      },
    ),
  ).rejects.toThrow("--prometheus: expected the SLO rules of c03 (sloth_slo_info)");
});
