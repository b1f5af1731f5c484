import { environments } from "../../environments";
import type { EnvironmentDeclaration } from "../../model/environment";
import type { Environment } from "../../model/settle";
import { environmentOf, type JudgeOptions } from "../../policies/gate";
import { UserError } from "../cli/errors";
import { checkEnforcement } from "../enforcement";
import { settledEnvironment } from "../settled";

/** What an environment says of how it is judged. */
export type Setting = Required<Pick<JudgeOptions, "undetermined" | "enforcement">>;

const ELSEWHERE: Setting = { undetermined: "warn", enforcement: {} };

/** A stack of no environment is judged by the rules' own levels, and warns. */
export function settingOf(environment: Environment | undefined): Setting {
  if (environment === undefined) return ELSEWHERE;
  const { undetermined, enforcement } = environment;
  return { undetermined, enforcement };
}

function settled(declaration: EnvironmentDeclaration): Environment {
  const environment = settledEnvironment(declaration);
  checkEnforcement([environment]);
  return environment;
}

/**
 * The environment of that name.
 *
 * @throws UserError listing the names there are
 */
export function findEnvironment(name: string): Environment {
  const found = environments.find((environment) => environment.name === name);
  if (found !== undefined) return settled(found);
  const names = environments.map((environment) => environment.name).join(", ");
  throw new UserError(`--env: expected one of ${names}, got ${JSON.stringify(name)}`);
}

/**
 * The environment that a stack belongs to, also where it has no such cell (any more); undefined for
 * a stack of somewhere else.
 */
export function tryEnvironmentOf(stack = ""): Environment | undefined {
  const owner = environmentOf(stack);
  const found = environments.find(({ name }) => name === owner);
  return found && settled(found);
}
