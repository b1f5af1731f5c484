import { z } from "zod";
import { UserError } from "../cli/errors";
import { TIMEOUT, addressed, answerOf, isRefused, notAllowed, parsed } from "../http";

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
   * @default {@link TIMEOUT}
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
  const { endpoint, headers, shown } = addressed(url, "/api/v1/query", ADDRESS, options.token);
  return async (promql) => {
    const body = new URLSearchParams({ query: promql, time: options.at.toISOString() });
    const signal = AbortSignal.timeout(options.timeout ?? TIMEOUT);
    const request = { method: "POST", body, headers, signal };
    const text = await answered(fetch(endpoint, request), shown);
    return samplesOf(text, shown);
  };
}

const ADDRESS = { flag: "--prometheus", example: "http://localhost:9090" };

async function answered(request: Promise<Response>, shown: string): Promise<string> {
  const { ok, status, statusText, text } = await answerOf(request, shown);
  if (ok) return text;
  if (isRefused(status)) throw notAllowed(shown, status, "PLINTH_PROMETHEUS_TOKEN");
  throw new UserError(`${shown}: ${status} ${refusal(text) ?? statusText}`);
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
