import { existsSync } from "node:fs";

export type Environment = Readonly<Record<string, string | undefined>>;

/** The command that runs stacks: cdktf's own variable says which, so that both run the same one. */
export const terraformBinary = (env: Environment): string =>
  env["TERRAFORM_BINARY_NAME"] || "terraform";

/**
 * The environment for Terraform and OpenTofu: no questions, no update check, no colour. A CLI
 * configuration that is not there is left out: it would only put a warning into every output.
 */
export function terraformEnvironment(env: Environment): Record<string, string> {
  const { TF_CLI_CONFIG_FILE: file, ...rest } = env;
  const configuration = file && existsSync(file) ? { TF_CLI_CONFIG_FILE: file } : {};
  return {
    ...(Object.fromEntries(
      Object.entries(rest).filter(([, value]) => value !== undefined),
    ) as Record<string, string>),
    ...configuration,
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    CHECKPOINT_DISABLE: "1",
  };
}
