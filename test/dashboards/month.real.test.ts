import { toolPath } from "../../tools/find";
import { toYaml } from "../../dashboards/yaml";
import { Outdir, run } from "./outdir";
import { prove } from "./prove";
import { environmentOfWindows, filesByPath, slosOfAll } from "./windows";

const out = new Outdir();

jest.setTimeout(300_000);

afterAll(() => out.remove());

const month = (name: "dev" | "dev-gcp") =>
  environmentOfWindows(name, () => ({ success: 99.9, freshness: 99 }), ["month"]);

test("pint and oslo take what is said of a calendar month", async () => {
  out.writeAll("dev", filesByPath(month("dev")));
  const at = (file: string): string => `${out.path}/dev/${file}`;
  const config = ["--offline", "--no-color", "--config", at("prometheus/pint.hcl")];
  const lint = ["lint", "--fail-on=info", "--min-severity=info", at("prometheus/rules")];
  expect(await run(toolPath("pint"), [...config, ...lint])).toMatchObject({ exitCode: 0 });
  const openSlo = ["validate", "-f", at("openslo/orders.yaml")];
  expect(await run(toolPath("oslo"), openSlo)).toMatchObject({ exitCode: 0 });
});

/** What a month changes; all else is the 30 days' and proved there. */
const OF_MONTHS = /what is left|whole again|a quiet night/;
const OF_MINUTES = /whole again|a quiet night/;

const cases = (["dev", "dev-gcp"] as const).flatMap((name) =>
  slosOfAll(month(name)).map((slo) => [name, slo.objective.name, slo] as const),
);

test.each(cases)("promtool proves %s's %s", async (name, objective, slo) => {
  await prove(out, `${name}-${objective}`, slo, slo.sli.slices ? OF_MINUTES : OF_MONTHS);
});

/** Hours from 28 January on; a month, and the days after a short one, are too many minutes for promtool. */
const hoursAfterStart = (day: string): number =>
  (Date.parse(day) - Date.parse("2026-01-28T00:00:00Z")) / 3_600_000;

test("early in March the 31 days behind hold three months, of which one counts", async () => {
  const rules = filesByPath(month("dev")).get("prometheus/rules/orders.yaml")!;
  out.write("march/rules.yaml", rules.replaceAll("interval: 1m", "interval: 1h"));
  const hours = hoursAfterStart("2026-03-03T00:00:00Z");
  const id = 'sloth_id="orders-freshness-month"';
  const total = (day: string, value: number) => ({
    expr: `sum(slo:sli_total:sum_month{${id}})`,
    eval_time: `${hoursAfterStart(day)}h`,
    exp_samples: [{ labels: "{}", value }],
  });
  const age = `aws_sqs_approximate_age_of_oldest_message_maximum{job="yace", dimension_QueueName="dev-c01-orders-events"}`;
  const file = out.write(
    "march/tests.yaml",
    toYaml({
      rule_files: ["rules.yaml"],
      evaluation_interval: "1h",
      tests: [
        {
          name: "months",
          interval: "1h",
          start_timestamp: "2026-01-28T00:00:00Z",
          input_series: [{ series: age, values: `1x${hours}` }],
          promql_expr_test: [
            total("2026-01-31T23:00:00Z", 96),
            total("2026-02-28T23:00:00Z", 28 * 24),
            total("2026-03-01T00:00:00Z", 1),
            total("2026-03-02T12:00:00Z", 37),
          ],
        },
      ],
    }),
  );
  expect(await run(toolPath("promtool"), ["test", "rules", file])).toMatchObject({ exitCode: 0 });
});
