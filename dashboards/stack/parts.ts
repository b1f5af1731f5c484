import type { Cloud } from "../../model/declaration";

/** A program of the stack, by the name under which the others reach it. */
export interface Part {
  /** With its exact version. */
  readonly image: string;
  /** Where it answers. */
  readonly port: number;
}

/** What watches an environment. The versions of what the tests run too are those of `tools/lib/catalogue.js`. */
export const parts = {
  prometheus: { image: "prom/prometheus:v3.15.0", port: 9090 },
  alertmanager: { image: "prom/alertmanager:v0.31.1", port: 9093 },
  grafana: { image: "grafana/grafana:13.1.1", port: 3000 },
  yace: {
    image: "quay.io/prometheuscommunity/yet-another-cloudwatch-exporter:v0.67.0",
    port: 5000,
  },
  "stackdriver-exporter": { image: "prometheuscommunity/stackdriver-exporter:v0.19.0", port: 9255 },
  "otel-collector": { image: "otel/opentelemetry-collector-contrib:0.161.0", port: 4318 },
  tempo: { image: "grafana/tempo:2.9.2", port: 3200 },
  loki: { image: "grafana/loki:3.5.1", port: 3100 },
} as const satisfies Readonly<Record<string, Part>>;

export type PartName = keyof typeof parts;

/** What reads a cloud's metrics. */
export const exporters = {
  aws: "yace",
  google: "stackdriver-exporter",
} as const satisfies Readonly<Record<Cloud, PartName>>;

/** Where one part finds another: `prometheus:9090`. */
export const address = (part: PartName, port: number = parts[part].port): string =>
  `${part}:${port}`;

export const url = (part: PartName, port?: number): string => `http://${address(part, port)}`;

/** Further ports of the collector. */
export const collectorPorts = {
  /** OTLP over gRPC; over HTTP it is the part's own. */
  grpc: 4317,
  /** What applications measure, for Prometheus. */
  metrics: 8889,
  /** What the collector says of itself, for Prometheus. */
  self: 8888,
  health: 13_133,
} as const;

/** Where Tempo takes traces: OTLP over HTTP. */
export const TEMPO_OTLP_PORT = 4318;

/** Where a container finds what is below `out/<environment>/`, by the same path. */
export const inside = (path: string): string => `/etc/plinth/${path}`;
