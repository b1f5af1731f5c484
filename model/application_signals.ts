import type { ApplicationSignal, SelfSignal } from "./signal";

/** What a service's own code measures, as the OpenTelemetry Collector of the same output offers it to Prometheus. */

/**
 * The resource attributes that say whose a metric is. The SDK's settings set them, the collector makes labels of them,
 * rules and boards select by those.
 */
export const OWNER_ATTRIBUTES = {
  service: "service.name",
  environment: "deployment.environment.name",
  cell: "plinth.cell",
} as const;

/**
 * The label that an attribute becomes: `order.outcome` is `order_outcome`.
 *
 * @see https://github.com/prometheus/otlptranslator (LabelNamer.Build)
 */
export const labelOf = (attribute: string): string => attribute.replaceAll(".", "_");

export const ownerLabels = {
  service: labelOf(OWNER_ATTRIBUTES.service),
  environment: labelOf(OWNER_ATTRIBUTES.environment),
  cell: labelOf(OWNER_ATTRIBUTES.cell),
} as const;

/** Labels of every series of the job that no attribute of a metric may take. */
export const TAKEN_LABELS: readonly string[] = ["job", "instance", ...Object.values(ownerLabels)];

/**
 * The series of a counter whose unit is a thing in braces: `orders.placed` is `orders_placed_total`. Such a unit
 * leaves no trace in the name.
 *
 * @see https://github.com/prometheus/otlptranslator (MetricNamer.Build)
 */
export function counterSeries(metric: string): string {
  const words = metric.split(/[._]/).filter((word) => word !== "total");
  return [...words, "total"].join("_");
}

export const applicationCounter = (metric: string): ApplicationSignal => ({
  job: "otel-collector",
  metric,
  series: counterSeries(metric),
  unit: "count",
  semantics: "counter",
  description: `What the service counts as ${metric}.`,
});

/** Prometheus's own word on whether it reached the collector. */
export const collectorUp = {
  job: "otel-collector",
  series: "up",
  unit: "count",
  semantics: "gauge",
  description: "1 where Prometheus reached the collector, 0 where it did not.",
} as const satisfies SelfSignal;
