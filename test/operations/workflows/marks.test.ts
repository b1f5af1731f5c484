import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { scratch } from "../cli/plinth";
import { put } from "../gate/stacks";
import { runStep } from "./steps";

jest.setTimeout(120_000);

/** A Grafana that tells what it is sent, in a process of its own: a step is waited for. It lets in who has the token. */
const GRAFANA = `
const server = require("node:http").createServer((request, response) => {
  let body = "";
  request.on("data", (part) => (body += part)).on("end", () => {
    console.log(JSON.stringify({ method: request.method, body }));
    const known = request.headers.authorization === "Bearer t0ken";
    response.writeHead(known ? 200 : 401).end(request.method === "GET" ? "[]" : '{"id":1}');
  });
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));`;

interface Sent {
  readonly method: string;
  readonly body: string;
}

let grafana: ChildProcess;
let url: string;
const sent: Sent[] = [];

beforeAll(async () => {
  grafana = spawn(process.execPath, ["-e", GRAFANA]);
  const lines = createInterface({ input: grafana.stdout! });
  const [port] = (await once(lines, "line")) as [string];
  url = `http://127.0.0.1:${port}`;
  lines.on("line", (line) => sent.push(JSON.parse(line) as Sent));
});
afterAll(() => grafana.kill());

const DEPLOY = ["apply", "Mark it on the boards"] as const;
const FREEZE = ["freeze", "Mark a change of it on the boards"] as const;

const RUN = {
  ...{ STACK: "dev-c01", ENVIRONMENT: "dev", OUTCOME: "success", GITHUB_SHA: "1a2b3c4" },
  ...{ GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "o/r", GITHUB_RUN_ID: "7" },
};

const BUDGET = {
  ...{ schema: "plinth.budget/v1", asOf: "2026-01-15T12:00:00Z" },
  services: { orders: { state: "frozen", slos: [] } },
};

/** Runs a step beside that Grafana, and gives what it said and what was posted. */
async function marked(step: readonly [string, string], env: Record<string, string>, files = {}) {
  sent.length = 0;
  const cwd = put(scratch(), { "freeze/budget.json": BUDGET, ...files });
  const { code, stdout, stderr } = runStep(step, cwd, { ...RUN, ...env });
  // What the other process wrote before it answered.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const posts = sent.filter(({ method }) => method === "POST");
  return { code, said: stdout + stderr, asked: sent.length, posts: posts.map(read) };
}

const read = ({ body }: Sent) => JSON.parse(body) as { text: string; tags: string[] };

const known = () => ({ GRAFANA_URL: url, PLINTH_GRAFANA_TOKEN: "t0ken" });

const DEPLOYED = [
  "deploy",
  "environment:dev",
  "service:orders",
  "service:storefront",
  "service:checkout",
  "service:catalog-images",
  "stack:dev-c01",
  "outcome:failure",
];

test("an apply is marked as it ended, with its commit and its run", async () => {
  const { code, said, posts } = await marked(DEPLOY, { ...known(), OUTCOME: "failure" });
  expect([code, posts.map(({ tags }) => tags)]).toEqual([...[0, [DEPLOYED]]]);
  expect(posts[0]?.text).toContain("Commit 1a2b3c4");
  expect(posts[0]?.text).toContain('href="https://github.com/o/r/actions/runs/7"');
  expect(said).not.toContain("t0ken");
});

test("a freeze that was not marked yet is", async () => {
  const { code, posts } = await marked(FREEZE, known());
  expect([code, posts.map(({ tags }) => tags)]).toEqual([
    ...[0, [["freeze", "environment:dev", "service:orders", "state:frozen"]]],
  ]);
});

describe.each([DEPLOY, FREEZE])("%s.yml: %s", (...step) => {
  test("asks nobody where no Grafana or no token is given", async () => {
    for (const missing of ["GRAFANA_URL", "PLINTH_GRAFANA_TOKEN"]) {
      const { code, said, asked } = await marked(step, { ...known(), [missing]: "" });
      expect([code, said, asked]).toEqual([0, "", 0]);
    }
  });

  test("warns where Grafana refuses, and holds nothing up", async () => {
    const { code, said } = await marked(step, { ...known(), PLINTH_GRAFANA_TOKEN: "0ther" });
    expect(code).toBe(0);
    expect(said).toMatch(/^::warning title=Boards::.* is not marked in Grafana$/m);
    expect(said).not.toContain("0ther");
  });
});

test("where the freeze is off, none is marked", async () => {
  const { code, asked } = await marked(FREEZE, known(), { "freeze/none": "" });
  expect([code, asked]).toEqual([0, 0]);
});
