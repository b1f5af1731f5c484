import { yaceSeries, type CloudWatchSignal, type ResourceKind } from "./signal";

type CloudWatchFacts = Omit<
  CloudWatchSignal,
  "job" | "series" | "namespace" | "label" | "resource" | "emittedBy"
>;

/** Makes the signals of one kind of resource in a namespace of CloudWatch. */
export const cloudWatch =
  (namespace: string, label: string, resource: ResourceKind, emittedBy: string) =>
  (facts: CloudWatchFacts): CloudWatchSignal => ({
    job: "yace",
    namespace,
    label,
    resource,
    emittedBy,
    ...facts,
    series: yaceSeries(namespace, facts.metric, facts.statistic),
  });

/** Of what is counted, each period's sum; where CloudWatch says nothing, nothing happened. */
export const count = {
  unit: "count",
  semantics: "periodSum",
  statistic: "Sum",
  nilToZero: true,
} as const;
