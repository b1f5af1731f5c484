import { environments } from "../../environments";
import { stackId } from "../../model/names";
import { settle, type Environment } from "../../model/settle";
import { UserError } from "../cli/errors";

export type Undetermined = Environment["undetermined"];

/** The parts of an environment that are no cell. */
const SHARED_PARTS = ["bootstrap", "network", "edge", "observability"];

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

/** The environment that a stack belongs to; undefined for a stack of somewhere else. */
export function tryEnvironmentOf(stack: string | undefined): Environment | undefined {
  if (stack === undefined) return undefined;
  const candidates = environments
    .filter(({ name }) => stack.startsWith(`${name}-`))
    .map((one) => settle(one));
  return candidates.find((environment) => stacksOf(environment).includes(stack));
}

function stacksOf({ name, cells }: Environment): string[] {
  return [...SHARED_PARTS, ...cells].map((part) => stackId(name, part));
}
