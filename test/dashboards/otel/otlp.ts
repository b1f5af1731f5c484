import { createHash } from "node:crypto";

/**
 * OTLP as JSON, as far as the tests write and read it.
 *
 * @see https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */

export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly status?: { readonly code?: number };
}

export interface LogRecord {
  readonly timeUnixNano: string;
  readonly severityNumber: number;
  readonly body: { readonly stringValue: string };
  readonly traceId?: string;
}

export interface TracesData {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

export interface LogsData {
  readonly resourceLogs: readonly {
    readonly scopeLogs: readonly { readonly logRecords: readonly LogRecord[] }[];
  }[];
}

type Attributes = Readonly<Record<string, string>>;

const attributesOf = (attributes: Attributes) =>
  Object.entries(attributes).map(([key, stringValue]) => ({ key, value: { stringValue } }));

const resource = (attributes: Attributes) => ({ attributes: attributesOf(attributes) });

export const traces = (sender: Attributes, spans: readonly Span[]) => ({
  resourceSpans: [{ resource: resource(sender), scopeSpans: [{ spans }] }],
});

export const logs = (sender: Attributes, logRecords: readonly LogRecord[]) => ({
  resourceLogs: [{ resource: resource(sender), scopeLogs: [{ logRecords }] }],
});

/** A counter's value since its process began. */
export const counter = (
  sender: Attributes,
  of: { readonly name: string; readonly unit: string },
  values: readonly { readonly attributes: Attributes; readonly value: number }[],
) => ({
  resourceMetrics: [
    {
      resource: resource(sender),
      scopeMetrics: [{ metrics: [{ ...of, sum: sumOf(values) }] }],
    },
  ],
});

const sumOf = (values: readonly { readonly attributes: Attributes; readonly value: number }[]) => ({
  aggregationTemporality: 2,
  isMonotonic: true,
  dataPoints: values.map(({ attributes, value }) => ({
    attributes: attributesOf(attributes),
    startTimeUnixNano: nanos(Date.now() - 60_000),
    timeUnixNano: nanos(Date.now()),
    asInt: String(value),
  })),
});

/** An identifier that looks drawn by lot and is the same in each run. */
export const traceIdOf = (name: string): string => hash(name).slice(0, 32);

export const spanIdOf = (name: string): string => hash(name).slice(0, 16);

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

export const nanos = (milliseconds: number): string => `${milliseconds}000000`;
