import { INIT_DURATION, LOG_METRICS } from "./names";
import { yaceNamespace, yaceSeries, type LogMetricSignal } from "./signal";

type LogMetricFacts = Pick<
  LogMetricSignal,
  "statistic" | "unit" | "semantics" | "nilToZero" | "description"
>;

const PREFIX = `${yaceNamespace(LOG_METRICS)}_`;

/** YACE's job is named after the filter: its label `name` says which function is meant. */
function onLog(facts: LogMetricFacts): LogMetricSignal {
  const series = yaceSeries(LOG_METRICS, INIT_DURATION, facts.statistic);
  return {
    job: "yace",
    namespace: LOG_METRICS,
    label: "name",
    resource: "functionLog",
    emittedBy: "the filter of the function's log, with each instance that starts",
    ...facts,
    series,
    exported: `${PREFIX}.+_${series.slice(PREFIX.length)}`,
  };
}

/** What the logs of functions say and no metric of AWS does: two statistics of one metric, which is billed once. */
export const logSignals = {
  functionStarts: onLog({
    statistic: "SampleCount",
    unit: "count",
    semantics: "periodSum",
    nilToZero: true,
    description: "Instances of the processor that started for a batch, which waited for it.",
  }),
  functionStartTime: onLog({
    statistic: "Maximum",
    unit: "milliseconds",
    semantics: "gauge",
    nilToZero: false,
    description:
      "Time that the slowest start took before its batch; it is no part of the duration.",
  }),
} satisfies Record<string, LogMetricSignal>;
