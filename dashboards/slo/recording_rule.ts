import type { Promql } from "../promql";

/** A recording rule as Prometheus reads it. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: Promql;
  readonly labels: Readonly<Record<string, string>>;
}
