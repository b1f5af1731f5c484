import { renderObservability } from "../../dashboards";
import { environments } from "../../environments";
import { settle, type Environment } from "../../model/settle";

/** The environments of the repository, settled. */
export const estate: readonly Environment[] = environments.map((environment) =>
  settle(environment),
);

export function findEnvironment(name: string): Environment {
  const found = estate.find((environment) => environment.name === name);
  if (found === undefined) throw new Error(`no environment ${name}`);
  return found;
}

/** Everything that an environment's observability holds, by path, rendered anew. */
export const render = (name: string): ReadonlyMap<string, string> =>
  new Map(renderObservability(findEnvironment(name)).files.map(({ path, text }) => [path, text]));

const rendered = new Map<string, ReadonlyMap<string, string>>();

/** As {@link render}, once. */
export function filesOf(name: string): ReadonlyMap<string, string> {
  const files = rendered.get(name) ?? render(name);
  rendered.set(name, files);
  return files;
}
