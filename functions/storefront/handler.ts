import { answer, problem, type Answer } from "./answer";
import { CatalogueError, type Catalogue } from "./catalogue/catalogue";
import { readContent } from "./item";
import type { Log } from "./log";

/** One request to a declared route, the same for every cloud. */
export interface Request {
  readonly requestId: string;
  /** As declared: `GET /v1/items/{id}`. */
  readonly routeKey: string;
  /** The path's `{id}`. */
  readonly id: string;
  readonly body?: string | undefined;
}

export interface Ports {
  readonly catalogue: Catalogue;
  readonly log: Log;
}

export type Handler = (request: Request) => Promise<Answer>;

type Route = (catalogue: Catalogue, request: Request) => Promise<Answer>;

/** The routes of `environments/services/storefront.ts`; the API answers 404 to any other. */
const ROUTES: ReadonlyMap<string, Route> = new Map([
  ["GET /v1/items/{id}", show],
  ["PUT /v1/items/{id}", put],
]);

/** Answers one request. Never rejects: what fails is logged and told to the caller without its cause. */
export function createHandler({ catalogue, log }: Ports): Handler {
  return async (request) => {
    const { requestId, routeKey } = request;
    try {
      const answered = await route(routeKey)(catalogue, request);
      log("INFO", "request answered", { requestId, routeKey, status: answered.status });
      return answered;
    } catch (error) {
      const failed = failure(error);
      log("ERROR", "request failed", {
        ...{ requestId, routeKey, status: failed.status },
        reason: reasonOf(error),
      });
      return failed;
    }
  };
}

function route(key: string): Route {
  return ROUTES.get(key) ?? (() => Promise.resolve(problem(404, "There is no such route.")));
}

async function show(catalogue: Catalogue, { id }: Request): Promise<Answer> {
  const item = await catalogue.find(id);
  return item === undefined ? problem(404, "There is no such item.") : answer(200, item);
}

async function put(catalogue: Catalogue, { id, body }: Request): Promise<Answer> {
  const content = readContent(body);
  if ("members" in content) return problem(400, `Not an item: ${content.members.join(", ")}.`);
  const item = { id, ...content };
  return answer((await catalogue.put(item)) === "created" ? 201 : 200, item);
}

/** A store that does not answer may do so again in a moment. */
const failure = (error: unknown): Answer =>
  error instanceof CatalogueError
    ? problem(503, "The catalogue does not answer.", { "retry-after": "1" })
    : problem(500, "Something is wrong on our side.");

/** The message of an unforeseen error may quote anything: only what it is goes to the log. */
const reasonOf = (error: unknown): string =>
  error instanceof CatalogueError
    ? error.message
    : `unexpected ${error instanceof Error ? error.name : "error"}`;
