import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cliConfig } from "../../tools/find";
import { execute, plinth, repository, succeed, type Ended, type Where } from "./commands";
import { startEmulators } from "./emulators";

export type Tool = "terraform" | "tofu";

/** A cloud of our own, reached by environment variables alone, and a folder with synthesized stacks. */
export interface Estate {
  readonly env: Readonly<Record<string, string>>;
  synthesize(): Promise<void>;
  /** The tool in a stack's folder. */
  run(stack: string, ...args: string[]): Promise<Ended>;
  /** As {@link run}. @throws when it fails */
  must(stack: string, ...args: string[]): Promise<string>;
  /** `npx cdktf` in the repository, over the estate's stacks. @throws when it fails */
  cdktf(...args: string[]): Promise<string>;
  plinth(args: readonly string[], watch?: Parameters<typeof plinth>[2]): Promise<Ended>;
  /** What the provider logs while something is made or removed. */
  readonly calls: string;
  /** The estate's folder: where `plinth` runs. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** Commands that make or remove something: `plinth state bootstrap` too. */
const LOUD = ["apply", "destroy", "state"];

export async function createEstate(tool: Tool): Promise<Estate> {
  const folder = mkdtempSync(join(tmpdir(), "plinth-e2e-"));
  const configuration = cliConfig(tool, join(folder, "cli"));
  const emulators = await startEmulators(folder);
  const env = { ...configuration.env, ...emulators.env, NO_COLOR: "1" };
  const synth = join(folder, "cdktf.out");
  const here: Where = { cwd: folder, env };
  const binary = configuration.env["TERRAFORM_BINARY_NAME"] ?? tool;
  // The app of cdktf.json, without its build: stories that run side by side share dist/.
  const app = `node dist/main.js --synth-only --output ${join(folder, "out")}`;
  const calls = join(folder, "calls.log");
  const loud = (args: readonly string[]): Where["env"] =>
    LOUD.includes(args[0] ?? "") ? { ...env, TF_LOG_PROVIDER: "DEBUG", TF_LOG_PATH: calls } : env;
  const at = (stack: string, args: readonly string[]): Where => ({
    cwd: join(synth, "stacks", stack),
    env: loud(args),
  });
  return {
    env,
    folder,
    calls,
    synthesize: () => synthesize(synth),
    run: (stack, ...args) => execute(binary, args, at(stack, args)),
    must: (stack, ...args) => succeed(binary, args, at(stack, args)),
    cdktf: (...args) =>
      succeed("npx", ["cdktf", ...args, "--app", app, "--output", synth, "--no-color"], {
        cwd: repository,
        env,
      }),
    plinth: (args, watch) =>
      plinth([...args, "--synth", synth], { ...here, env: loud(args) }, watch),
    async remove() {
      await emulators.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As `npm start` does it, into a folder of the estate; the stacks stay as they are. */
async function synthesize(outdir: string): Promise<void> {
  mkdirSync(outdir, { recursive: true });
  const main = join(repository, "dist", "main.js");
  await succeed(process.execPath, [main, "--synth-only", "--outdir", outdir], {
    cwd: repository,
    env: {},
  });
}
