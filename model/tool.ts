import type { EnvironmentDeclaration } from "./environment";
import { oneOf, pattern } from "./leaves";
import { shape, show, type Problem } from "./problems";

/** What plans and applies an environment's stacks. */
export interface ToolDeclaration {
  /** Which of the two; both take the same stacks, from versions of their own on. */
  readonly name: "terraform" | "opentofu";

  /**
   * The oldest version that may run, such as `1.11` or `1.11.4`: every stack asks for it. Terraform from 1.11, OpenTofu from 1.10;
   * what is never kept in a state (docs/secrets.md) takes OpenTofu 1.11.
   */
  readonly version: string;
}

export const toolShape = shape({
  name: oneOf("terraform", "opentofu"),
  version: pattern("a version such as 1.11 or 1.11.4", /^\d{1,3}\.\d{1,3}(\.\d{1,3})?$/),
});

const CALLED = { terraform: "Terraform", opentofu: "OpenTofu" } as const;

/** The oldest with which stacks are tested. */
const OLDEST = { terraform: "1.11.0", opentofu: "1.10.0" } as const;

/** The S3 backend's lock file needs Terraform 1.10 or OpenTofu 1.10; one constraint serves both. */
const UNDECLARED = "1.10.0";

/**
 * Ephemeral resources and write-only arguments, whose values no plan and no state holds: of both tools since the same version.
 *
 * @see https://developer.hashicorp.com/terraform/language/manage-sensitive-data/write-only
 * @see https://opentofu.org/docs/intro/whats-new/
 */
const WRITE_ONLY = "1.11.0";

/** What every stack of an environment asks of the tool that runs it. */
export const requiredVersion = ({ tool }: Pick<EnvironmentDeclaration, "tool">): string =>
  `>= ${whole(tool?.version ?? UNDECLARED)}`;

/** Why a value cannot be kept out of the state; undefined where it can. */
export function writeOnlyProblem({
  name,
  tool,
}: Pick<EnvironmentDeclaration, "name" | "tool">): string | undefined {
  if (tool !== undefined && !isOlder(tool.version, WRITE_ONLY)) return undefined;
  const got =
    tool === undefined ? "no declared tool" : `${CALLED[tool.name]} ${tool.version} or newer`;
  return `expected write-only arguments, which Terraform and OpenTofu have from 1.11 on, so that no state holds the value; declare \`tool\` in ${name} with such a version, got ${got}`;
}

export function toolProblems({ name, tool }: EnvironmentDeclaration): Problem[] {
  if (tool === undefined || !isOlder(tool.version, OLDEST[tool.name])) return [];
  const message = `expected ${OLDEST[tool.name].replace(/\.0$/, "")} or newer of ${CALLED[tool.name]}, with which the stacks are tested, got ${show(tool.version)}`;
  return [{ path: `${name}.tool.version`, message }];
}

/** With all three of its numbers. */
const whole = (version: string): string =>
  version.split(".").length === 2 ? `${version}.0` : version;

const isOlder = (version: string, than: string): boolean => ordinal(version) < ordinal(than);

/** Each of its numbers has three digits at most. */
const ordinal = (version: string): number =>
  whole(version)
    .split(".")
    .reduce((sum, part) => sum * 1_000 + Number(part), 0);
