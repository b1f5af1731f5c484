import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SynthesizedStack } from "../../../constructs/synth";
import type { TerraformJson } from "../../../constructs/terraform_json";
import { cliConfig } from "../../../tools/find";
import { CODE } from "./synth";

export type Tool = "terraform" | "tofu";

const LOCAL = { terraform: { backend: { local: {} } } };

/** What lets a plan be made without AWS: beside the stack, so that what ships stays as it is. */
const OFFLINE = {
  allowed_account_ids: null,
  skip_credentials_validation: true,
  skip_metadata_api_check: true,
  skip_requesting_account_id: true,
};

/** A stack may have a provider of its own for each region. */
function override({ provider }: TerraformJson): object {
  const aws = (provider?.["aws"] ?? []).map(({ alias }) => ({
    ...(alias === undefined ? {} : { alias }),
    ...OFFLINE,
  }));
  return aws.length === 0 ? LOCAL : { ...LOCAL, provider: { aws } };
}

/** In the environment, as in a workflow: the gate denies a provider with credentials written into it. */
const CREDENTIALS = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };

/** A plan's JSON as far as the tests read it. */
export interface Plan {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly previous_address?: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly after: Readonly<Record<string, unknown>>;
      readonly after_unknown: Readonly<Record<string, unknown>>;
    };
  }[];
  readonly planned_values: { readonly outputs: Readonly<Record<string, { value?: unknown }>> };
}

/** A synthesized stack in a folder of its own, ready for a real tool. */
export class Workspace {
  private readonly env: NodeJS.ProcessEnv;
  private readonly command: string;

  constructor(
    tool: Tool,
    private readonly folder: string,
    stack: Pick<SynthesizedStack, "json">,
  ) {
    const { env } = cliConfig(tool, join(folder, "..", "cli"));
    this.env = { ...process.env, ...CREDENTIALS, ...env };
    this.command = env.TERRAFORM_BINARY_NAME ?? tool;
    mkdirSync(join(folder, "assets"), { recursive: true });
    this.write(stack);
    writeFileSync(join(folder, CODE.fileName), "not opened by a plan");
  }

  init(): void {
    this.run("init", "-input=false", "-no-color");
  }

  validate(): { readonly valid: boolean; readonly diagnostics: readonly unknown[] } {
    return JSON.parse(this.run("validate", "-json"));
  }

  plan(): Plan {
    this.run("plan", "-input=false", "-no-color", "-refresh=false", "-out=plan.bin");
    return JSON.parse(this.run("show", "-json", "plan.bin"));
  }

  /** For real: only of a stack whose resources are in no cloud. */
  apply(): void {
    this.run("apply", "-input=false", "-no-color", "-auto-approve");
  }

  /** What the providers say of their types. */
  schemas(): unknown {
    return JSON.parse(this.run("providers", "schema", "-json"));
  }

  /** What the next plan takes for what stands. */
  writeState(state: object): void {
    writeFileSync(join(this.folder, "terraform.tfstate"), JSON.stringify(state));
  }

  /** The folder's next stack, with the state that the last one left. */
  write({ json }: Pick<SynthesizedStack, "json">): void {
    writeFileSync(join(this.folder, "cdk.tf.json"), JSON.stringify(json));
    writeFileSync(join(this.folder, "offline_override.tf.json"), JSON.stringify(override(json)));
  }

  private run(...args: string[]): string {
    const { cwd, env } = { cwd: this.folder, env: this.env };
    const result = spawnSync(this.command, args, {
      cwd,
      env,
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    if (result.status === 0) return result.stdout;
    throw new Error(
      `${this.command} ${args.join(" ")}: ${result.error ?? result.stdout + result.stderr}`,
    );
  }
}
