import { environments } from "../../environments";
import { settle, type Environment } from "../../model/settle";
import { environmentOf } from "../../policies/gate";
import { UserError } from "../cli/errors";

export type Undetermined = Environment["undetermined"];

/**
 * The environment of that name.
 *
 * @throws UserError listing the names there are
 */
export function findEnvironment(name: string): Environment {
  const found = environments.find((environment) => environment.name === name);
  if (found !== undefined) return settle(found);
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
  return found && settle(found);
}
