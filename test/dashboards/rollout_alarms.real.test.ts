import { stringify } from "yaml";
import { alertRules } from "../../dashboards/slo/alerts";
import { ruleGroup } from "../../dashboards/slo/rule_file";
import { slosOf, type Slo } from "../../dashboards/slo/slo";
import { placeOf, signalOf } from "../../dashboards/resources";
import { dev } from "../../environments/dev";
import type { ServiceDeclaration } from "../../model/declaration";
import type { EnvironmentDeclaration } from "../../model/environment";
import { burnAlarms, type BurnAlarm } from "../../model/rollout/burn_alarms";
import { settle } from "../../model/settle";
import { toolPath } from "../../tools/find";
import { boxOf, PROMISING, rolled, rolledApi, rolledEvents } from "../constructs/support/rollout";
import { rings, type Minutes, type Series } from "../model/rollout/metric_math";
import { Outdir, run } from "./outdir";

const out = new Outdir();

jest.setTimeout(120_000);

afterAll(() => out.remove());

const MINUTES = 150;

/** A value for so many minutes each. */
const lasting = (...parts: readonly (readonly [number, number])[]): Minutes =>
  parts.flatMap(([minutes, value]) => Array.from({ length: minutes }, () => value));

const API = rolledApi({ strategy: "canary" });

const MINUTELY: ServiceDeclaration = {
  ...API,
  objectives: [
    {
      ...{ name: "minutes", sli: "availability", target: 99.5, window: "30d", sliceTarget: 99 },
      firstSteps: ["Look."],
    },
  ],
};

const SHOP = rolled(PROMISING, { strategy: "rolling" });

/** Busy, then a tenth fails for a while, then all is well; at the end a few fail, and then everything. */
const FAILED = lasting([40, 0], [15, 120], [55, 0], [5, 9], [10, 0], [25, 900]);
const ASKED = lasting([110, 1_200], [15, 300], [25, 900]);

/** Slow for a minute, for three that are apart, and for a quarter of an hour. */
const slow = (fast: number, late: number): Minutes =>
  lasting([20, fast], [1, late], [9, fast], [3, late], [57, fast], [15, late], [45, fast]);

const CASES: readonly [string, ServiceDeclaration, EnvironmentDeclaration, Series][] = [
  ["availability", API, dev, { requests: ASKED, failed: FAILED }],
  ["latency", API, dev, { level: slow(200, 900) }],
  ["minutes", MINUTELY, dev, { requests: ASKED, failed: FAILED }],
  ["freshness", rolledEvents({ strategy: "canary" }), dev, { level: slow(10, 400) }],
  [
    "answered",
    SHOP,
    boxOf(),
    {
      requests: ASKED,
      good: ASKED.map((asked, minute) => Number(asked) - Number(FAILED[minute])),
      ...{ elsewhere: lasting([MINUTES, 0]), wrong: lasting([MINUTES, 0]) },
      // Every second one was failed by a task, and the others were answered by nobody.
      failed: FAILED.map((failed) => Number(failed) / 2),
      refused: FAILED.map((failed) => Number(failed) / 2),
    },
  ],
  ["fast", SHOP, boxOf(), { level: slow(0.1, 0.5) }],
];

/** The same over the short window, which an alarm of a metric has no room for. */
function short({ math }: BurnAlarm, threshold: number): BurnAlarm["math"] {
  const burn = (math.expressions["burn"] ?? "").replace(/>= \d+/, ">= 0");
  const expressions = { ...math.expressions, burn };
  return math.evaluationPeriods === 1
    ? { ...math, expressions, periodSeconds: 300 }
    : { ...math, evaluationPeriods: 5, datapointsToAlarm: Math.floor(threshold * 5) + 1 };
}

/** Asserts of each minute whether the fastest tier's rule fires. */
async function proveRule(slo: Slo, alarm: BurnAlarm, series: Series, fires: readonly boolean[]) {
  const [fast] = alertRules(slo);
  const expr = `count(${fast?.expr ?? ""}) or vector(0)`;
  const tests = {
    interval: "1m",
    input_series: Object.entries(alarm.math.metrics).map(([id, signal]) => ({
      series: signalOf(signal, placeOf(slo.service)),
      values: (series[id] ?? []).map((value) => value ?? "_").join(" "),
    })),
    promql_expr_test: fires.map((fired, minute) => ({
      ...{ expr, eval_time: `${minute}m` },
      exp_samples: [{ labels: "{}", value: Number(fired) }],
    })),
  };
  const text = (value: unknown): string => stringify(value, { aliasDuplicateObjects: false });
  out.write(`${slo.id}/rules.yaml`, text({ groups: [ruleGroup(slo)] }));
  const file = out.write(
    `${slo.id}/tests.yaml`,
    text({ rule_files: ["rules.yaml"], evaluation_interval: "1m", tests: [tests] }),
  );
  const { exitCode, output } = await run(toolPath("promtool"), ["test", "rules", file]);
  expect(exitCode === 0 ? "" : output).toBe("");
}

test.each(CASES)(
  "%s: Prometheus pages in each minute in which the alarm rings and the short window burns, and in no other",
  async (name, declared, around, series) => {
    const environment = settle({ ...around, services: [declared] });
    const [service] = environment.services;
    const slo = slosOf(service!, environment).find(({ objective }) => objective.name === name);
    const alarm = burnAlarms(service!).find(({ objective }) => objective === name);
    const [tier] = slo!.tiers;
    const ratio = tier!.factor.times(slo!.objective.budget).toNumber();
    const long = rings(alarm!.math, series, MINUTES);
    const both = rings(short(alarm!, ratio), series, MINUTES).map((is, at) => is && long[at]!);
    expect(long.indexOf(true)).toBe(both.indexOf(true));
    expect(both.filter(Boolean).length).toBeGreaterThan(2);
    expect(both.lastIndexOf(false)).toBeGreaterThan(both.indexOf(true));
    await proveRule(slo!, alarm!, series, both);
  },
);
