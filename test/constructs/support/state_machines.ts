import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const SCRIPT = join(__dirname, "..", "..", "fixtures", "state_machines.mjs");

/** Answers the provider, which asks Step Functions for each definition while it plans: for all tests of a file. */
export function answerForStepFunctions(): void {
  let server: ChildProcess | undefined;
  beforeAll(async () => {
    server = spawn(process.execPath, [SCRIPT], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = (await once(server.stdout!, "data")) as [Buffer];
    process.env["AWS_ENDPOINT_URL_SFN"] = line.toString().trim();
  });
  afterAll(() => {
    delete process.env["AWS_ENDPOINT_URL_SFN"];
    server?.kill();
  });
}
