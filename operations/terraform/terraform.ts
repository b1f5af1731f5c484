import { terraformBinary, terraformEnvironment, type Environment } from "./environment";
import { run } from "./run";
import { summariseState, type StateSummary } from "./state";

/** One tool in one stack's folder. Every call @throws {TerraformError} when the tool fails. */
export interface Terraform {
  readonly directory: string;
  /** Sets providers and backend up; `migrate` copies the state from the backend that was set up before. */
  init(options?: { readonly migrate?: boolean }): Promise<void>;
  /** Writes a plan of the whole stack to `file`. */
  plan(file: string, options?: PlanOptions): Promise<void>;
  /** A plan as JSON. It holds sensitive values in clear: keep it in memory. */
  showPlan(file: string): Promise<string>;
  /** A plan as the tool prints it, sensitive values hidden. */
  describePlan(file: string): Promise<string>;
  apply(file: string, options?: { readonly lockTimeout?: string }): Promise<void>;
  /** Serial, lineage and addresses of the state; undefined where there is none. */
  state(): Promise<StateSummary | undefined>;
  version(): Promise<ToolVersion>;
}

export interface PlanOptions {
  /** False: read the state without taking its lock. @default true */
  readonly lock?: boolean;
}

export interface ToolVersion {
  readonly name: "terraform" | "tofu";
  readonly version: string;
}

/** How to run the tool; @default what `process.env` says, and nothing shown of its output. */
export interface TerraformOptions {
  readonly env?: Environment;
  readonly onOutput?: (text: string) => void;
}

export function terraform(directory: string, options: TerraformOptions = {}): Terraform {
  const env = options.env ?? process.env;
  const base = { binary: terraformBinary(env), directory, env: terraformEnvironment(env) };
  const quietly = (...args: string[]) => run({ ...base, args });
  const aloud = (...args: string[]) => run({ ...base, args, onOutput: options.onOutput });
  return {
    directory,
    async init({ migrate = false } = {}) {
      const backend = migrate ? ["-migrate-state", "-force-copy"] : ["-reconfigure"];
      await quietly("init", "-input=false", "-no-color", ...backend);
    },
    async plan(file, { lock = true } = {}) {
      const locking = lock ? "-lock-timeout=60s" : "-lock=false";
      await quietly("plan", "-input=false", "-no-color", locking, `-out=${file}`);
    },
    showPlan: (file) => quietly("show", "-json", file),
    describePlan: (file) => quietly("show", "-no-color", file),
    async apply(file, { lockTimeout = "300s" } = {}) {
      await aloud("apply", "-input=false", "-no-color", `-lock-timeout=${lockTimeout}`, file);
    },
    state: async () => summariseState(await quietly("state", "pull")),
    version: async () => toolVersion(await quietly("version", "-json"), base.binary),
  };
}

function toolVersion(text: string, binary: string): ToolVersion {
  const { terraform_version: version } = JSON.parse(text) as { terraform_version: string };
  return { name: /tofu[^/\\]*$/.test(binary) ? "tofu" : "terraform", version };
}
