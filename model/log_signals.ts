import { INIT_DURATION, JOB_ENDINGS, JOB_METRICS, LOG_METRICS } from "./names";
import { yaceNamespace, yaceSeries, type LogMetricSignal } from "./signal";

type LogMetricFacts = Pick<
  LogMetricSignal,
  "statistic" | "unit" | "semantics" | "nilToZero" | "description"
>;

type LogMetricSource = Pick<LogMetricSignal, "namespace" | "resource" | "emittedBy">;

/** YACE's job is named after whose log it is: its label `name` says which is meant; `metric` is what the name of the filter ends with. */
const onLog =
  (source: LogMetricSource) =>
  ({ metric, ...facts }: LogMetricFacts & { readonly metric: string }): LogMetricSignal => {
    const prefix = `${yaceNamespace(source.namespace)}_`;
    const series = yaceSeries(source.namespace, metric, facts.statistic);
    return {
      job: "yace",
      ...{ ...source, label: "name", ...facts, series },
      exported: `${prefix}.+_${series.slice(prefix.length)}`,
    };
  };

const onFunctionLog = onLog({
  namespace: LOG_METRICS,
  resource: "functionLog",
  emittedBy: "the filter of the function's log, with each instance that starts",
});

const onJobs = (resource: "jobsSucceeded" | "jobsFailed", metric: string, description: string) =>
  onLog({
    ...{ namespace: JOB_METRICS, resource },
    emittedBy: "the filter of the log of what became of jobs, with each job that ends",
  })({
    ...{ metric, statistic: "Sum", unit: "count", semantics: "periodSum", nilToZero: true },
    description,
  });

/** What logs say and no metric of AWS does: of starts, two statistics of one metric, which is billed once. */
export const logSignals = {
  functionStarts: onFunctionLog({
    metric: INIT_DURATION,
    statistic: "SampleCount",
    unit: "count",
    semantics: "periodSum",
    nilToZero: true,
    description: "Instances of the processor that started for a batch, which waited for it.",
  }),
  functionStartTime: onFunctionLog({
    metric: INIT_DURATION,
    statistic: "Maximum",
    unit: "milliseconds",
    semantics: "gauge",
    nilToZero: false,
    description:
      "Time that the slowest start took before its batch; it is no part of the duration.",
  }),
  jobsSucceeded: onJobs("jobsSucceeded", JOB_ENDINGS.succeeded, "Jobs that ended well."),
  jobsFailed: onJobs(
    "jobsFailed",
    JOB_ENDINGS.failed,
    "Jobs that failed for good: the code ended with an error, time ran out, somebody stopped it, or its machine went away at the last try.",
  ),
} satisfies Record<string, LogMetricSignal>;
