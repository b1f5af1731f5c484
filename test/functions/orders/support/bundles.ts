import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { bundleFunction, type FunctionBundle, type Platform } from "../../../../operations/bundle";

export const ROOT = join(__dirname, "../../../..");

export const bundleIn = (platform: Platform, root: string): Promise<FunctionBundle> =>
  bundleFunction({ entry: `functions/orders/${platform}.ts`, platform, root });

const made = new Map<Platform, Promise<FunctionBundle>>();

/** The bundle of this repository, made once for all tests of a file. */
export function bundleOf(platform: Platform): Promise<FunctionBundle> {
  const bundle = made.get(platform) ?? bundleIn(platform, ROOT);
  made.set(platform, bundle);
  return bundle;
}

/** A zip on disk, as the cloud unpacks it: no node_modules in reach. */
export class Unpacked {
  readonly path = mkdtempSync(join(tmpdir(), "plinth-function-"));

  constructor(zip: Uint8Array) {
    for (const [name, bytes] of Object.entries(unzipSync(zip))) {
      writeFileSync(join(this.path, name), bytes);
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

const RUNNER = `
  const { handler } = require(process.argv[1] + "/index.js");
  const events = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
  (async () => {
    for (const event of events) {
      const response = await handler(event, { awsRequestId: "request-1" });
      process.stdout.write("RESPONSE " + JSON.stringify(response) + "\\n");
    }
    process.exit(0);
  })();
`;

export interface Invoked {
  readonly responses: readonly unknown[];
  /** What it wrote, JSON lines read. */
  readonly lines: readonly Record<string, unknown>[];
}

/** Runs the handler of an unpacked zip in a Node process of its own, one event after the other. */
export async function invoke(
  path: string,
  events: readonly unknown[],
  env: Record<string, string>,
): Promise<Invoked> {
  const child = spawn(process.execPath, ["-e", RUNNER, path], { env, cwd: path });
  child.stdin.end(JSON.stringify(events));
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise((done) => child.on("close", done));
  if (code !== 0) throw new Error(`the function's process ended with ${code}: ${err}`);
  const lines = out.split("\n").filter((line) => line !== "");
  const isResponse = (line: string) => line.startsWith("RESPONSE ");
  return {
    responses: lines.filter(isResponse).map((line) => JSON.parse(line.slice("RESPONSE ".length))),
    lines: lines.filter((line) => !isResponse(line)).map((line) => JSON.parse(line)),
  };
}
