import { capital, type Grant } from "../policy";
import { needsOf } from "./needs/by_type";
import type { Needs } from "./needs/needs";
import type { Reach } from "./reach";
import { scopeOf, type ScopeName } from "./scopes";

/** What whoever plans these types may call. */
export const readGrants = (types: Iterable<string>, reach: Reach): Grant[] =>
  grants("Read", types, reach, ({ read }) => read);

/** What whoever applies them may call beside. */
export const writeGrants = (types: Iterable<string>, reach: Reach): Grant[] =>
  grants("Write", types, reach, ({ write, also = [] }) => [...write, ...also]);

function grants(
  verb: string,
  types: Iterable<string>,
  reach: Reach,
  actionsOf: (needs: Needs) => readonly string[],
): Grant[] {
  const byScope = new Map<ScopeName, Set<string>>();
  for (const needs of [...types].map(needsOf)) {
    for (const action of actionsOf(needs)) {
      for (const scope of needs.elsewhere?.[action] ?? [needs.on]) {
        byScope.set(scope, (byScope.get(scope) ?? new Set()).add(action));
      }
    }
  }
  return [...byScope].map(([scope, actions]) =>
    grantOn(scope, `${verb}${capital(scope)}`, actions, reach),
  );
}

/** Actions on what a scope reaches. */
export function grantOn(
  scope: ScopeName,
  sid: string,
  actions: Iterable<string>,
  reach: Reach,
): Grant {
  const { resources, conditions } = scopeOf(scope);
  return {
    ...{ sid, actions: [...actions], resources: resources(reach) },
    ...(conditions === undefined ? {} : { conditions: conditions(reach) }),
  };
}
