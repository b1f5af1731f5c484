import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { series } from "../../../model/names";
import { toolPath } from "../../../tools/find";
import { render } from "../../dashboards/estate";
import { freePort } from "../../e2e/servers";
import { until } from "../../e2e/until";
import { plinth } from "../cli/plinth";

/**
 * The generated rules in a real Prometheus, over four weeks of counts that were written into its storage: one count an hour, as a sum
 * over a window does not ask how often. Only the rules' interval is shortened, so that the test need not wait a minute.
 */
jest.setTimeout(120_000);

const HOURS = 28 * 24;
const EVENTS = 1000;

let folder: string;
let prometheus: ChildProcess;
let url: string;

const labels = (objective: string) =>
  `{sloth_id="orders-${objective}",sloth_service="orders",sloth_slo="${objective}",environment="dev",cell="c01",job="yace"}`;

/** OpenMetrics: everything of one series together, oldest first. */
function counts(name: string, objective: string, value: (hour: number) => number, now: number) {
  const lines = Array.from({ length: HOURS }, (_, i) => {
    const hour = HOURS - i;
    return `${name}${labels(objective)} ${value(hour)} ${now - hour * 3600}`;
  });
  return lines.join("\n");
}

/** `orders-success` has spent half of its budget three days ago; `orders-freshness` all of it and more. */
function history(now: number): string {
  const half = (0.001 / 2) * EVENTS * HOURS;
  const late = 0.005 * HOURS * 1.5;
  const total = (objective: string, count: number) =>
    counts(series.total, objective, () => count, now);
  return [
    `# TYPE ${series.bad} unknown`,
    counts(series.bad, "success", (hour) => (hour === 72 ? half : 0), now),
    counts(series.bad, "freshness", (hour) => (hour === 200 ? late : 0), now),
    `# TYPE ${series.total} unknown`,
    total("success", EVENTS),
    total("freshness", 1),
    "# EOF\n",
  ].join("\n");
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "plinth-budget-"));
  const data = join(folder, "data");
  mkdirSync(data);
  writeFileSync(join(folder, "history.om"), history(Math.floor(Date.now() / 1000)));
  const backfill = ["tsdb", "create-blocks-from", "openmetrics", join(folder, "history.om"), data];
  execFileSync(toolPath("promtool"), backfill, { stdio: "ignore" });
  const rules = render("dev").get("prometheus/rules/orders.yaml") ?? "";
  writeFileSync(join(folder, "rules.yaml"), rules.replaceAll("interval: 1m", "interval: 1s"));
  writeFileSync(join(folder, "prometheus.yaml"), "rule_files: [rules.yaml]\n");
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const args = [
    `--config.file=${join(folder, "prometheus.yaml")}`,
    `--storage.tsdb.path=${data}`,
    "--storage.tsdb.retention.time=60d",
    `--web.listen-address=127.0.0.1:${port}`,
    "--log.level=error",
  ];
  prometheus = spawn(toolPath("prometheus"), args, { stdio: "ignore" });
  await until(60, rulesHaveRun);
});

async function rulesHaveRun(): Promise<true | undefined> {
  const query = `${url}/api/v1/query?query=${series.budgetRemaining}`;
  const text = await fetch(query).then(
    (response) => response.text(),
    () => "not listening yet",
  );
  return text.includes("orders-success") && text.includes("orders-freshness") ? true : undefined;
}

afterAll(() => {
  prometheus?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const budget = (...args: string[]) => plinth(["budget", "--prometheus", url, ...args]);

test("a real Prometheus with the generated rules tells what is left, and the file freezes the service", () => {
  const output = join(folder, "budget.json");
  const { code, stderr } = budget("--env", "dev", "--missing", "ok", "--output", output);
  expect({ code, stderr }).toEqual({ code: 2, stderr: `plinth budget: written to ${output}\n` });
  const written = JSON.parse(readFileSync(output, "utf8"));
  expect(written).toMatchObject({
    schema: "plinth.budget/v1",
    services: {
      orders: {
        state: "frozen",
        slos: [
          { id: "orders-success", remaining: 0.5, burn: 0, window: "30d" },
          { id: "orders-freshness", remaining: -0.5, burn: 0, window: "30d" },
        ],
      },
    },
  });
});

test("an environment of which it has nothing is an error, and no file is written", () => {
  const output = join(folder, "none.json");
  const { code, stdout, stderr } = budget("--env", "prod", "--output", output);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("plinth: no data for orders-success (prod, c01), orders-freshness");
  expect(() => readFileSync(output)).toThrow("ENOENT");
  expect(budget("--env", "prod", "--missing", "caution").code).toBe(3);
});
