import { z } from "zod";
import { UserError, messageOf } from "../cli/errors";

/** One series of an instant vector, with its value at the moment asked for. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Runs one instant query. */
export type Query = (promql: string) => Promise<readonly Sample[]>;

export interface PrometheusOptions {
  /** Evaluate as of this time. */
  readonly at: Date;

  /**
   * Sent as `Authorization: Bearer …`; never printed.
   *
   * @default - none
   */
  readonly token?: string;

  /**
   * Milliseconds to wait for an answer.
   *
   * @default 30000
   */
  readonly timeout?: number;
}

const answerSchema = z.object({
  status: z.literal("success"),
  data: z.object({
    resultType: z.literal("vector"),
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        value: z.tuple([z.number(), z.string()]),
      }),
    ),
  }),
});

const refusalSchema = z.object({ status: z.literal("error"), error: z.string() });

/**
 * Asks a Prometheus, or what speaks its HTTP API (Thanos, Mimir).
 *
 * @param url - with the prefix under which the API lies: `https://mimir.example.com/prometheus`
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries
 * @throws UserError when it cannot be reached, refuses, or answers something else
 */
export function prometheusAt(url: string, options: PrometheusOptions): Query {
  const { endpoint, headers } = addressed(url, options.token);
  const shown = `${endpoint.origin}${endpoint.pathname}`;
  return async (promql) => {
    const body = new URLSearchParams({ query: promql, time: options.at.toISOString() });
    const signal = AbortSignal.timeout(options.timeout ?? 30_000);
    const request = { method: "POST", body, headers, signal };
    const text = await answered(fetch(endpoint, request), shown);
    return samplesOf(text, shown);
  };
}

function addressed(
  url: string,
  token: string | undefined,
): { readonly endpoint: URL; readonly headers: Record<string, string> } {
  const base = URL.canParse(url) ? new URL(url) : undefined;
  if (base === undefined || !["http:", "https:"].includes(base.protocol))
    throw new UserError("--prometheus: expected an address such as http://localhost:9090");
  const endpoint = new URL(`${base.pathname.replace(/\/+$/, "")}/api/v1/query`, base);
  const password = `${decodeURIComponent(base.username)}:${decodeURIComponent(base.password)}`;
  // fetch refuses an address with a password in it, and no message may show one.
  endpoint.username = endpoint.password = "";
  if (token !== undefined) return { endpoint, headers: { Authorization: `Bearer ${token}` } };
  if (password === ":") return { endpoint, headers: {} };
  const basic = Buffer.from(password).toString("base64");
  return { endpoint, headers: { Authorization: `Basic ${basic}` } };
}

async function answered(request: Promise<Response>, shown: string): Promise<string> {
  let response: Response;
  let text: string;
  try {
    response = await request;
    text = await response.text();
  } catch (error) {
    throw new UserError(`${shown}: no answer (${reason(error)}); is it reachable from here?`);
  }
  if (response.ok) return text;
  const { status } = response;
  if (status === 401 || status === 403)
    throw new UserError(
      `${shown}: not allowed (${status}); set PLINTH_PROMETHEUS_TOKEN to a bearer token, or put user and password into the address`,
    );
  throw new UserError(`${shown}: ${status} ${refusal(text) ?? response.statusText}`);
}

/** fetch says only "fetch failed"; its cause says why. */
function reason(error: unknown): string {
  const { cause } = error as { cause?: unknown };
  return messageOf(cause ?? error) || messageOf(error);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal(text: string): string | undefined {
  return refusalSchema.safeParse(parsed(text)).data?.error;
}

function samplesOf(text: string, shown: string): Sample[] {
  const answer = answerSchema.safeParse(parsed(text));
  if (!answer.success)
    throw new UserError(`${shown}: answered what is no instant vector; is it a Prometheus API?`);
  return answer.data.data.result.map(({ metric, value }) => ({
    labels: metric,
    value: numberOf(value[1]),
  }));
}

/** Prometheus writes `+Inf`, `-Inf` and `NaN`. */
const numberOf = (text: string): number => Number(text.replace("Inf", "Infinity"));
