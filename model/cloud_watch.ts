import { yaceSeries, type CloudWatchSignal } from "./signal";

type CloudWatchFacts = Omit<CloudWatchSignal, "job" | "series" | keyof CloudWatchSource>;

/** One kind of resource in a namespace of CloudWatch. */
type CloudWatchSource = Pick<
  CloudWatchSignal,
  "namespace" | "region" | "dimensions" | "label" | "resource" | "shared" | "untagged" | "emittedBy"
>;

/** Makes the signals of one kind of resource. */
export const cloudWatch =
  (source: CloudWatchSource) =>
  (facts: CloudWatchFacts): CloudWatchSignal => ({
    job: "yace",
    ...source,
    ...facts,
    series: yaceSeries(source.namespace, facts.metric, facts.statistic),
  });

/** Of what is counted, each period's sum; where CloudWatch says nothing, nothing happened. */
export const count = {
  unit: "count",
  semantics: "periodSum",
  statistic: "Sum",
  nilToZero: true,
} as const;
