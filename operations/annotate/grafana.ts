import { z } from "zod";
import { UserError } from "../cli/errors";
import { TIMEOUT, addressed, answerOf, isRefused, notAllowed, parsed } from "../http";

/** A mark in time that boards find by its tags. */
export interface Annotation {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly tags: readonly string[];
  readonly text: string;
}

/** As much of Grafana's HTTP API as annotations take. */
export interface Grafana {
  /** The tags of the newest annotation that has all of these; undefined where there is none. */
  readonly newest: (tags: readonly string[]) => Promise<readonly string[] | undefined>;
  readonly post: (annotation: Annotation) => Promise<void>;
}

const foundSchema = z.array(z.object({ tags: z.array(z.string()) }));
const postedSchema = z.object({ id: z.number() });
const refusalSchema = z.object({ message: z.string() });

const ADDRESS = { flag: "--grafana", example: "https://grafana.example.com" };

/**
 * @param url - with the prefix under which Grafana lies
 * @param token - of a service account; never printed
 * @see https://grafana.com/docs/grafana/latest/developers/http_api/annotations/
 * @throws UserError when it cannot be reached, refuses, or answers something else
 */
export function grafanaAt(url: string, token?: string): Grafana {
  const { endpoint, headers, shown } = addressed(url, "/api/annotations", ADDRESS, token);
  const ask = async <T>(schema: z.ZodType<T>, where: URL, request: RequestInit = {}) => {
    const signal = AbortSignal.timeout(TIMEOUT);
    return answered(schema, fetch(where, { headers, signal, ...request }), shown);
  };
  return {
    newest: async (tags) => (await ask(foundSchema, newestOf(endpoint, tags)))[0]?.tags,
    post: async (annotation) => {
      const json = { ...headers, "Content-Type": "application/json" };
      const body = JSON.stringify(annotation);
      await ask(postedSchema, endpoint, { method: "POST", headers: json, body });
    },
  };
}

function newestOf(endpoint: URL, tags: readonly string[]): URL {
  const where = new URL(endpoint);
  for (const tag of tags) where.searchParams.append("tags", tag);
  where.searchParams.set("type", "annotation");
  where.searchParams.set("limit", "1");
  return where;
}

async function answered<T>(
  schema: z.ZodType<T>,
  request: Promise<Response>,
  shown: string,
): Promise<T> {
  const { ok, status, statusText, text } = await answerOf(request, shown);
  if (isRefused(status)) throw notAllowed(shown, status, "PLINTH_GRAFANA_TOKEN");
  if (!ok) throw new UserError(`${shown}: ${status} ${refusal(text) ?? statusText}`);
  const answer = schema.safeParse(parsed(text));
  if (answer.success) return answer.data;
  throw new UserError(`${shown}: answered what is no annotation; is it a Grafana?`);
}

const refusal = (text: string): string | undefined =>
  refusalSchema.safeParse(parsed(text)).data?.message;
