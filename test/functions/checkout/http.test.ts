import { Agent, request as ask, type IncomingHttpHeaders, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { answer } from "../../../functions/checkout/answer";
import type { Request } from "../../../functions/checkout/handler";
import {
  BOUNDS,
  httpServer,
  type Bounds,
  type State,
} from "../../../functions/checkout/http/server";
import { match } from "../../../functions/checkout/http/routes";

const URL = "/v1/carts/0b5d3a52-6a8e-4c7e-9a43-7d2f0f6f1c11";
const JSON_TYPE = { "content-type": "application/json" };

let state: State;
let handled: Request[];
let server: Server;

async function serve(bounds: Bounds = BOUNDS): Promise<void> {
  [state, handled] = ["ready", []];
  const handle = (request: Request) => {
    handled.push(request);
    return Promise.resolve(answer(200, { ok: true }));
  };
  server = httpServer({ handle, state: () => state, newId: () => "new-id" }, bounds);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
}

const port = () => (server.address() as AddressInfo).port;

interface Told {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

function send(
  method: string,
  path: string,
  options: { headers?: Record<string, string>; body?: string | Buffer; agent?: Agent } = {},
): Promise<Told> {
  const { headers = {}, body, agent } = options;
  return new Promise((done, fail) => {
    const target = { host: "127.0.0.1", port: port(), method, path, headers };
    const sent = ask({ ...target, ...(agent ? { agent } : {}) }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () =>
        done({ status: response.statusCode, headers: response.headers, body: JSON.parse(text) }),
      );
    });
    sent.on("error", fail);
    sent.end(body);
  });
}

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe("over HTTP", () => {
  beforeEach(() => serve());

  test("a request reaches the handler with its route, id, body and key", async () => {
    const headers = { ...JSON_TYPE, "idempotency-key": "key-1" };
    const told = await send("PUT", `${URL}?x=1`, { headers, body: "{}" });
    expect(told).toMatchObject({
      status: 200,
      headers: { "content-type": "application/json", "cache-control": "no-store" },
      body: { ok: true },
    });
    expect(handled).toEqual([
      {
        requestId: "new-id",
        routeKey: "PUT /v1/carts/{id}",
        id: URL.slice(10),
        idempotencyKey: "key-1",
        body: "{}",
      },
    ]);
  });

  test("a request is known by the trace id of the balancer, and by no text of a caller", async () => {
    const trace = (value: string) => send("GET", URL, { headers: { "x-amzn-trace-id": value } });
    const root = "1-67891233-abcdef012345678912345678";
    await trace(`Self=1-67891234-12456789abcdef012345678;Root=${root}`);
    await trace(`Root=${root.replace("1-", "2-")}\t{"level":"x"}`);
    expect(handled.map(({ requestId }) => requestId)).toEqual([root, "new-id"]);
  });

  test.each([
    ["GET", "/", 404, "There is no such route."],
    ["GET", "/v1/carts/a/b", 404, "There is no such route."],
    ["DELETE", URL, 405, "Expected one of GET, PUT."],
    ["GET", "/v1/orders", 405, "Expected one of POST."],
    ["PUT", URL, 415, "Expected application/json."],
  ])("%s %s is %i", async (method, path, status, title) => {
    expect(await send(method, path)).toMatchObject({
      status,
      headers: { "content-type": "application/problem+json" },
      body: { title, status },
    });
    expect(handled).toEqual([]);
  });

  test("a body of 64 KiB is read, and one byte more is 413, whether its length is told or not", async () => {
    const body = "x".repeat(BOUNDS.body);
    expect(await send("PUT", URL, { headers: JSON_TYPE, body })).toMatchObject({ status: 200 });
    const title = "Expected a body of 65536 bytes at most.";
    for (const headers of [JSON_TYPE, { ...JSON_TYPE, "transfer-encoding": "chunked" }]) {
      const told = await send("PUT", URL, { headers, body: `${body}x` });
      expect(told).toMatchObject({
        status: 413,
        body: { title },
        headers: { connection: "close" },
      });
    }
    expect(handled).toHaveLength(1);
  });

  test("a caller who goes away before the end of a body leaves nothing", async () => {
    const socket = connect(port(), "127.0.0.1");
    const head = `PUT ${URL} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n`;
    socket.write(`${head}content-length: 9\r\n\r\n{`, () => socket.destroy());
    await new Promise((done) => socket.on("close", done));
    expect(await send("GET", URL)).toMatchObject({ status: 200 });
    expect(handled).toHaveLength(1);
  });

  test("what is no UTF-8 is no body", async () => {
    await send("PUT", URL, { headers: JSON_TYPE, body: Buffer.from([0x22, 0xff, 0x22]) });
    expect(handled[0]?.body).toBeUndefined();
  });

  test("its health asks nobody, and is 503 before it is ready and when it stops", async () => {
    const health = async () => send("GET", "/healthz");
    expect(await health()).toMatchObject({ status: 200, body: { state: "ready" } });
    state = "starting";
    const title = "The service is starting.";
    expect(await health()).toMatchObject({ status: 503, body: { title } });
    expect(await send("GET", URL)).toMatchObject({ status: 503, headers: { "retry-after": "1" } });
    state = "stopping";
    expect(await health()).toMatchObject({ status: 503 });
    expect(handled).toEqual([]);
  });

  test("while it stops, a request is still answered, and its connection closed", async () => {
    state = "stopping";
    expect(await send("GET", URL)).toMatchObject({ status: 200, headers: { connection: "close" } });
  });
});

test("a connection is kept for longer than a balancer's idle timeout of 60 s", async () => {
  await serve();
  expect(server.keepAliveTimeout).toBe(65_000);
});

test("a connection without a request outlives the time for one", async () => {
  await serve({ ...BOUNDS, request: 500, keepAlive: 9_000 });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let connections = 0;
  server.on("connection", () => connections++);
  await send("GET", URL, { agent });
  await sleep(1_500);
  expect(await send("GET", URL, { agent })).toMatchObject({ status: 200 });
  expect(connections).toBe(1);
  agent.destroy();
});

test("a request that does not come in is answered 408 and its connection closed", async () => {
  await serve({ ...BOUNDS, request: 200 });
  const socket = connect(port(), "127.0.0.1");
  let text = "";
  socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
  socket.write(
    `PUT ${URL} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{`,
  );
  await new Promise((done) => socket.on("close", done));
  expect(text).toMatch(/^HTTP\/1\.1 408 /);
  expect(handled).toEqual([]);
});

test("a query changes no route", () => {
  expect(match("GET", "/healthz?a=/b")).toMatchObject({ routeKey: "GET /healthz" });
});
