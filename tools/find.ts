import path from "node:path";
import {
  aws,
  cacheDirectory,
  findMirror,
  googleProvider as chosenGoogleProvider,
  locate,
  toolNamed,
  writeCliConfiguration,
  type Provider,
} from "./lib";

/** The tools that `npm run tools` provides. */
export type ToolName =
  | "terraform"
  | "tofu"
  | "opa"
  | "conftest"
  | "oslo"
  | "pint"
  | "promtool"
  | "amtool"
  | "yace"
  | "moto"
  | "ministack"
  | "google-provider"
  | "checkov"
  | "awscli"
  | "postgres"
  | "valkey"
  | "openssl"
  | "cmarkgfm"
  | "compose-spec"
  | "oasdiff"
  | "buf"
  | "prometheus"
  | "alertmanager"
  | "sloth"
  | "pyrra"
  | "otelcol";

const found = new Map<ToolName, string>();

/**
 * The path of a tool: the first on the PATH whose version fits, else the one that `npm run tools` built.
 * @throws {Error} that says what to run, when there is none
 */
export function toolPath(name: ToolName): string {
  const known = found.get(name) ?? locate(toolNamed(name))?.path;
  if (known === undefined) throw new Error(missing(name));
  found.set(name, known);
  return known;
}

function missing(name: ToolName): string {
  const { version, kind, onDemand } = toolNamed(name);
  const wanted = `${name} ${version} was found neither on the PATH nor in ${cacheDirectory()}`;
  if (kind === "path") return `${name} ${version} or newer was not found on the PATH: install it`;
  return `${wanted}: run "npm run tools${onDemand ? ` -- ${name}` : ""}"`;
}

/** The Python of a tool's virtual environment, for scripts that import the tool. */
export function toolPython(name: "moto" | "ministack" | "checkov" | "cmarkgfm"): string {
  return path.join(path.dirname(toolPath(name)), "python");
}

/**
 * The filesystem mirror that holds hashicorp/aws 5.100.0 for this machine: `PLINTH_PROVIDER_MIRROR`, else
 * `TF_PLUGIN_CACHE_DIR`, else the mirrors of Terraform's CLI configuration, else the folders where Terraform looks
 * without one and those of images. Undefined: it comes from the registry.
 * @throws {Error} when `PLINTH_PROVIDER_MIRROR` names a folder without it
 */
export function providerMirror(): string | undefined {
  return findMirror(aws.source, aws.version);
}

/** How to run Terraform or OpenTofu so that its providers come from this machine where they can. */
export interface CliConfig {
  /** The CLI configuration file. */
  file: string;
  /** Set these, over `process.env`, for terraform, tofu or cdktf. */
  env: Record<string, string>;
}

/**
 * The Google provider that `init` finds with `cliConfig`: 6.50.0, as the stacks pin it, where a mirror or the registry
 * has it; else a build of 7.0.1, for which the pin must be overridden.
 * @throws {Error} when that build is needed and has not been installed
 */
export function googleProvider(): Provider {
  const provider = chosenGoogleProvider();
  if (provider.from === "build") toolPath("google-provider");
  return provider;
}

/**
 * Writes a CLI configuration (and the mirror of links that it names) and returns it with the environment to run with.
 * No plugin cache is set: `init` links to an unpacked mirror without copying, and the cache is not safe in parallel.
 * @param directory where to write; `@default` a folder of the tools' cache
 * @throws {Error} when the tool has not been installed
 */
export function cliConfig(
  tool: "terraform" | "tofu",
  directory = path.join(cacheDirectory(), "cli"),
): CliConfig {
  const file = writeCliConfiguration(directory);
  const env = {
    TF_CLI_CONFIG_FILE: file,
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    TERRAFORM_BINARY_NAME: toolPath(tool),
  };
  return { file, env };
}
