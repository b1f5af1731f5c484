import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { prometheusAt } from "../../../operations/budget/prometheus";

const at = new Date("2026-01-15T12:00:00Z");
const vector = (...result: unknown[]) =>
  JSON.stringify({ status: "success", data: { resultType: "vector", result } });

let server: Server;
let url: string;
let answer: { status: number; body: string };
let asked: { path: string | undefined; authorization: string | undefined; body: string };

beforeAll(async () => {
  server = createServer((request, response) => {
    void textOf(request).then((body) => {
      asked = { path: request.url, authorization: request.headers.authorization, body };
      response.writeHead(answer.status).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

const ask = (address = `http://${url}`, token?: string) =>
  prometheusAt(address, { at, timeout: 5000, ...(token && { token }) })("up");

test("asks for one moment and reads values as Prometheus writes them", async () => {
  answer = {
    status: 200,
    body: vector(
      { metric: { a: "1" }, value: [1, "0.5"] },
      { metric: {}, value: [1, "NaN"] },
      { metric: {}, value: [1, "-Inf"] },
    ),
  };
  expect(await ask(`http://${url}/prometheus/`)).toEqual([
    { labels: { a: "1" }, value: 0.5 },
    { labels: {}, value: Number.NaN },
    { labels: {}, value: -Infinity },
  ]);
  expect(asked).toEqual({
    path: "/prometheus/api/v1/query",
    authorization: undefined,
    body: "query=up&time=2026-01-15T12%3A00%3A00.000Z",
  });
});

test("a token, or user and password of the address, authorizes", async () => {
  answer = { status: 200, body: vector() };
  await ask(undefined, "t0ken");
  expect(asked.authorization).toBe("Bearer t0ken");
  await ask(`http://me:p%40ss@${url}`);
  expect(asked.authorization).toBe(`Basic ${Buffer.from("me:p@ss").toString("base64")}`);
});

test.each([
  [401, "", /\/api\/v1\/query: not allowed \(401\); set PLINTH_PROMETHEUS_TOKEN/],
  [422, '{"status":"error","error":"bad query"}', /: 422 bad query$/],
  [503, "<html>", /: 503 Service Unavailable$/],
  [200, "<html>", /answered what is no instant vector; is it a Prometheus API\?$/],
  [200, '{"status":"success","data":{"resultType":"matrix","result":[]}}', /no instant vector/],
])("%i with %j is an error that says so", async (status, body, message) => {
  answer = { status, body };
  await expect(ask()).rejects.toThrow(message);
});

test("no message shows a password or a token", async () => {
  answer = { status: 403, body: "" };
  const error = await ask(`http://me:secret@${url}`, "t0ken").catch((thrown: Error) => thrown);
  expect(String(error)).toContain("not allowed");
  expect(String(error)).not.toMatch(/secret|t0ken|me:/);
});

test("an address where nobody answers is named, with the reason", async () => {
  await expect(ask("http://127.0.0.1:1")).rejects.toThrow(
    /^http:\/\/127\.0\.0\.1:1\/api\/v1\/query: no answer \(.+\); is it reachable from here\?$/,
  );
});

test.each(["localhost:9090", "ftp://host", "", "not an address"])("%j is no address", (address) => {
  expect(() => prometheusAt(address, { at })).toThrow(
    "--prometheus: expected an address such as http://localhost:9090",
  );
});
