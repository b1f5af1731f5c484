import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { grafanaAt } from "../../../operations/annotate/grafana";

let server: Server;
let url: string;
let answer: { status: number; body: string };
let asked: object;

beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method, url: path, headers } = request;
      asked = { method, path, authorization: headers.authorization, body };
      response.writeHead(answer.status).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const MARK = { time: 1_767_225_600_000, tags: ["deploy", "environment:dev"], text: "applied" };

test("posts an annotation of the whole organization, below the prefix of the address", async () => {
  answer = { status: 200, body: '{"message":"Annotation added","id":1}' };
  await grafanaAt(`${url}/grafana/`, "t0ken").post(MARK);
  expect(asked).toEqual({
    ...{ method: "POST", path: "/grafana/api/annotations" },
    ...{ authorization: "Bearer t0ken", body: JSON.stringify(MARK) },
  });
});

test("finds the newest one that has all of the tags", async () => {
  answer = { status: 200, body: '[{"id":7,"tags":["freeze","state:frozen"],"text":"x"}]' };
  const tags = await grafanaAt(url).newest(["freeze", "environment:dev"]);
  expect(tags).toEqual(["freeze", "state:frozen"]);
  expect(asked).toMatchObject({
    ...{ method: "GET", authorization: undefined },
    path: "/api/annotations?tags=freeze&tags=environment%3Adev&type=annotation&limit=1",
  });
  answer = { status: 200, body: "[]" };
  expect(await grafanaAt(url).newest(["freeze"])).toBeUndefined();
});

test.each([
  [403, "", /\/api\/annotations: not allowed \(403\); set PLINTH_GRAFANA_TOKEN to a bearer token/],
  [400, '{"message":"Failed to save annotation"}', /: 400 Failed to save annotation$/],
  [502, "<html>", /: 502 Bad Gateway$/],
  [200, "<html>Log in", /answered what is no annotation; is it a Grafana\?$/],
])("%i with %j is an error that says so, and shows no token", async (status, body, message) => {
  answer = { status, body };
  const error = await grafanaAt(url, "t0ken")
    .post(MARK)
    .catch((thrown: Error) => thrown);
  expect(String(error)).toMatch(message);
  expect(String(error)).not.toContain("t0ken");
});

test("an address where nobody answers is named, and what is none is told by the flag", async () => {
  await expect(grafanaAt("http://127.0.0.1:1").post(MARK)).rejects.toThrow(
    /^http:\/\/127\.0\.0\.1:1\/api\/annotations: no answer \(.+\); is it reachable from here\?$/,
  );
  expect(() => grafanaAt("grafana.example.com")).toThrow(
    "--grafana: expected an address such as https://grafana.example.com",
  );
});
