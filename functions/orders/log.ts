import type { Counts } from "./metrics";
import type { Trace } from "./trace";

export type Level = "DEBUG" | "INFO" | "WARN" | "ERROR";

/** All that a line may say. Closed on purpose: there is no member for a payload or a secret. */
export interface Fields extends Readonly<Partial<Counts>> {
  readonly messageId?: string;
  readonly eventId?: string;
  readonly attempt?: number;
  readonly maxAttempts?: number;
  readonly setAside?: boolean;
  readonly reason?: string;
  readonly trace?: Trace | undefined;
}

export interface Log {
  write(level: Level, message: string, fields: Fields): void;
}

/** Members that every line carries: service, environment, queue or subscription. */
export type Context = Readonly<Record<string, string>>;

export type Line = (level: Level, trace: Trace | undefined) => Record<string, unknown>;

/** One JSON object a line on the given sink. */
export function jsonLog(
  sink: (line: string) => void,
  clock: () => number,
  context: Context,
  cloud: Line,
): Log {
  return {
    write(level, message, { trace, ...fields }) {
      const time = new Date(clock()).toISOString();
      const line = { timestamp: time, ...cloud(level, trace), message, ...context, ...fields };
      sink(`${JSON.stringify(line)}\n`);
    },
  };
}

const traceFields: Line = (_level, trace) =>
  trace === undefined
    ? {}
    : {
        trace_id: trace.traceId,
        ...(trace.spanId === undefined ? {} : { span_id: trace.spanId }),
        trace_flags: trace.sampled ? "01" : "00",
      };

/** What CloudWatch Logs and Lambda's log levels read. */
export const awsLine: Line = (level, trace) => ({ level, ...traceFields(level, trace) });

/** What Cloud Logging lifts out of a line: severity, and the trace under its project. */
export const googleLine =
  (project: string): Line =>
  (level, trace) => ({
    severity: level === "WARN" ? "WARNING" : level,
    ...traceFields(level, trace),
    ...(trace === undefined
      ? {}
      : {
          "logging.googleapis.com/trace": `projects/${project}/traces/${trace.traceId}`,
          ...(trace.spanId === undefined ? {} : { "logging.googleapis.com/spanId": trace.spanId }),
          "logging.googleapis.com/trace_sampled": trace.sampled,
        }),
  });
