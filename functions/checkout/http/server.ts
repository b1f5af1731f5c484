import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answer, problem, unavailable, type Answer } from "../answer";
import type { Handler } from "../handler";
import { readBody } from "./body";
import { match, type Matched } from "./routes";

/** Bounds on what callers may ask, in bytes and milliseconds. */
export interface Bounds {
  /** A cart of 100 items is below 25 kB. */
  readonly body: number;
  /** For the whole of a request to come in. */
  readonly request: number;
  /**
   * For which a connection without a request stays open: longer than a balancer's idle timeout (60 s), or it would send a request on
   * a connection that is just being closed.
   */
  readonly keepAlive: number;
}

export const BOUNDS: Bounds = { body: 65_536, request: 10_000, keepAlive: 65_000 };

/** What the service says of itself. */
export type State = "starting" | "ready" | "stopping";

export interface HttpPorts {
  readonly handle: Handler;
  readonly state: () => State;
  /** A new UUID, where the balancer sent no trace id. */
  readonly newId: () => string;
}

/** The service over HTTP/1.1, not yet listening. */
export function httpServer(ports: HttpPorts, bounds: Bounds = BOUNDS): Server {
  const options = {
    requestTimeout: bounds.request,
    headersTimeout: bounds.request,
    keepAliveTimeout: bounds.keepAlive,
    connectionsCheckingInterval: Math.min(1_000, bounds.request),
  };
  return createServer(options, (request, response) => {
    void serve(ports, bounds, request).then((answered) => {
      if (answered !== undefined) send(response, answered, ports.state() === "stopping");
    });
  });
}

/** Undefined: nobody waits for an answer. */
async function serve(
  ports: HttpPorts,
  bounds: Bounds,
  request: IncomingMessage,
): Promise<Answer | undefined> {
  const matched = match(request.method ?? "", request.url ?? "");
  const early = earlyAnswer(matched, ports.state(), request);
  if (early !== undefined || matched.kind !== "route") return early;
  const body = await readBody(request, bounds.body);
  if (body.kind === "gone") return undefined;
  if (body.kind === "tooLarge") return tooLarge(bounds);
  return ports.handle({
    requestId: requestIdOf(request) ?? ports.newId(),
    ...{ routeKey: matched.routeKey, id: matched.id, body: body.text },
    idempotencyKey: one(request.headers["idempotency-key"]),
  });
}

/** What is answered without the handler, before the body is read. */
function earlyAnswer(matched: Matched, state: State, request: IncomingMessage): Answer | undefined {
  if (matched.kind === "none") return problem(404, "There is no such route.");
  if (matched.kind === "method") {
    return problem(405, `Expected one of ${matched.allow}.`, { allow: matched.allow });
  }
  if (matched.routeKey === "GET /healthz") return health(state);
  if (state === "starting") return unavailable("The service is starting.");
  return request.method === "GET" || isJson(request)
    ? undefined
    : problem(415, "Expected application/json.", CLOSE);
}

/** Whether requests may be sent here. It asks no store: one that fails is not healed by other tasks. */
const health = (state: State): Answer =>
  state === "ready" ? answer(200, { state }) : problem(503, `The service is ${state}.`);

/** What is left of the body is not read. */
const CLOSE = { connection: "close" };

const tooLarge = ({ body }: Bounds): Answer =>
  problem(413, `Expected a body of ${body} bytes at most.`, CLOSE);

const isJson = (request: IncomingMessage): boolean =>
  /^application\/json(\s*;|$)/i.test(request.headers["content-type"] ?? "");

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? undefined : header;

/** The trace id that an Application Load Balancer adds, which its access log has too. */
const requestIdOf = (request: IncomingMessage): string | undefined =>
  /(?:^|;)Root=(1-[0-9a-f]{8}-[0-9a-f]{24})(?:;|$)/.exec(
    one(request.headers["x-amzn-trace-id"]) ?? "",
  )?.[1];

function send(response: ServerResponse, answered: Answer, stopping: boolean): void {
  const body = Buffer.from(JSON.stringify(answered.body));
  response.writeHead(answered.status, {
    "content-type": answered.contentType,
    "content-length": body.length,
    // Carts and orders are for who asked.
    "cache-control": "no-store",
    ...answered.headers,
    ...(stopping ? CLOSE : {}),
  });
  response.end(body);
}
