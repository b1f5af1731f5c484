/** W3C Trace Context, in the names of the OpenTelemetry log data model. */
export interface Trace {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits; X-Ray may give none. */
  readonly spanId?: string;
  readonly sampled: boolean;
}

const TRACEPARENT =
  /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/;
const XRAY_ROOT = /(?:^|;)\s*Root=1-([0-9a-f]{8})-([0-9a-f]{24})(?:;|$)/;
const XRAY_PARENT = /(?:^|;)\s*Parent=([0-9a-f]{16})(?:;|$)/;

/** Reads a `traceparent`; what is not one is no trace, never an error (W3C: restart the trace). */
export function fromTraceparent(value: string | undefined): Trace | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(value ?? "") ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, sampled: (parseInt(flags, 16) & 1) === 1 };
}

/** Reads an X-Ray trace header: `Root=1-<8>-<24>` is the same 32 digits in two parts. */
export function fromXRay(value: string | undefined): Trace | undefined {
  const [, time, rest] = XRAY_ROOT.exec(value ?? "") ?? [];
  if (time === undefined || rest === undefined) return undefined;
  const spanId = XRAY_PARENT.exec(value ?? "")?.[1];
  return {
    traceId: time + rest,
    ...(spanId === undefined ? {} : { spanId }),
    sampled: /(?:^|;)\s*Sampled=1(?:;|$)/.test(value ?? ""),
  };
}
