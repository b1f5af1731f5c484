import type { Slo } from "../slo";
import type { TestCase } from "./test_case";
import type { Minute } from "./timeline";
import { worldOf } from "./worlds";

/** A test of what happens minute by minute, as the SLO's cloud shows it. */
export const scenario = (
  slo: Slo,
  claim: string,
  minutes: readonly Minute[],
  checks: Partial<TestCase>,
): TestCase => ({
  name: `${slo.id}: ${claim}`,
  interval: "1m",
  input_series: worldOf(slo).show(minutes),
  ...checks,
});

/** The same, and then every series ends. */
export const ended = (shown: TestCase): TestCase => ({
  ...shown,
  input_series: shown.input_series.map(({ series, values }) => ({
    series,
    values: `${values} stale`,
  })),
});
