/**
 * CPU of the router for one request with a signed token, in two engines that interpret, as CloudFront's does: V8 without its compilers, and njs where it is
 * on the PATH (Debian has it as `njs`). What a process takes for no request is taken away. CloudFront stops code at about a millisecond.
 */
import { spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { routerText } from "../constructs/aws/edge/router_text";
import { routerEntries } from "../model/cells/router/entries";
import { ROUTER_CODE, settleRouter } from "../model/cells/router/router";
import { evenCells, rebalance } from "../model/cells/table";
import { repositoryRoot } from "../operations/repository";
import { measure, median } from "./measure";

const REQUESTS = 5_000;
const TURNS = 3;
const SECRET = "0123456789abcdef0123456789abcdef";

const ENGINES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "V8, interpreted": [process.execPath, "--jitless"],
  njs: ["njs"],
};

/** @throws Error when an engine refuses the text, or a request reaches no cell */
export async function benchRouter(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "plinth-router-"));
  try {
    const files = [REQUESTS, 0].map((requests) => {
      const file = join(folder, `${requests}.js`);
      writeFileSync(file, program(requests));
      return file;
    });
    const lines = ["router, CPU for one request (median of 3)"];
    for (const [name, engine] of Object.entries(ENGINES))
      lines.push(`  ${name.padEnd(16)}${await costOf(engine, files)}`);
    process.stdout.write(`${lines.join("\n")}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function costOf(engine: readonly [string, ...string[]], files: readonly string[]) {
  const [command, ...flags] = engine;
  if (spawnSync(command, ["-v"]).error !== undefined) return "not installed";
  const costs: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const cpu: number[] = [];
    for (const file of files) {
      const run = { command, args: [...flags, file], cwd: repositoryRoot, codes: [0] };
      cpu.push((await measure(run)).cpu);
    }
    costs.push((cpu[0] ?? Number.NaN) - (cpu[1] ?? Number.NaN));
  }
  return `${((median(costs) / REQUESTS) * 1_000).toFixed(3)} ms`;
}

/** A program of its own: the text, a store of a hundred cells, and requests one after another. */
function program(requests: number): string {
  const placement = { table: rebalance(undefined, evenCells(99)), pinned: { other: "c01" } };
  const source = readFileSync(join(repositoryRoot, ROUTER_CODE), "utf8");
  const text = routerText(source, settleRouter({ key: { cookie: "tenant" } }), true);
  const held = Object.fromEntries(routerEntries(placement).map(({ key, value }) => [key, value]));
  const request = { uri: "/", headers: {}, cookies: { tenant: { value: token() } } };
  return `
var held = ${JSON.stringify({ ...held, "secret:1": SECRET })};
var chosen = 0;
var store = {
  get: function (key) { return Promise.resolve(held[key]); },
  exists: function (key) { return Promise.resolve(key in held); },
};
var cf = {
  kvs: function () { return store; },
  selectRequestOriginById: function () { chosen++; },
};
${text.replace('import cf from "cloudfront";', "")}
async function run() {
  for (var each = 0; each < ${requests}; each++) await handler({ request: ${JSON.stringify(request)} });
  if (chosen !== ${requests}) throw new Error("expected ${requests} requests that reach a cell");
}
run();
`;
}

function token(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { sub: "tenant-42", exp: 9_999_999_999 };
  const signed = `${part({ alg: "HS256", typ: "JWT", kid: "1" })}.${part(claims)}`;
  return `${signed}.${createHmac("sha256", SECRET).update(signed).digest("base64url")}`;
}
