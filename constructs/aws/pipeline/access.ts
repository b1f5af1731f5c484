import { capital, type Conditions, type Grant } from "../policy";
import { needsOf } from "./needs/by_type";
import type { Needs } from "./needs/needs";
import { byRegion, holding, type Reach } from "./reach";
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
  const asked = [...types].flatMap((type) => askedFor(type, actionsOf));
  const scopes = [...new Set(asked.map(({ scope }) => scope))];
  const granted = scopes.map((scope) => {
    const here = asked.filter((each) => each.scope === scope);
    const actions = new Set(here.map(({ action }) => action));
    const types = here.map(({ type }) => type);
    return grantOn(scope, `${verb}${capital(scope)}`, actions, holding(reach, types));
  });
  // Of what a type takes only beside another, such as copies of functions.
  return granted.filter(({ resources }) => resources.length > 0);
}

/** Conditions that differ in values alone, such as the names of a service in each region. */
function anyOf(all: readonly Conditions[]): Conditions {
  const [first = {}, ...others] = all;
  if (others.length === 0) return first;
  const merged = (operator: string, key: string): string | readonly string[] => {
    const values = [...new Set(all.flatMap((one) => one[operator]?.[key] ?? []))];
    return values.length === 1 ? values.join() : values;
  };
  return Object.fromEntries(
    Object.entries(first).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.keys(keys).map((key) => [key, merged(operator, key)])),
    ]),
  );
}

interface Asked {
  readonly type: string;
  readonly action: string;
  readonly scope: ScopeName;
}

function askedFor(type: string, actionsOf: (needs: Needs) => readonly string[]): Asked[] {
  const needs = needsOf(type);
  return actionsOf(needs).flatMap((action) =>
    (needs.elsewhere?.[action] ?? [needs.on]).map((scope) => ({ type, action, scope })),
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
  const parts = byRegion(reach);
  return {
    ...{ sid, actions: [...actions], resources: [...new Set(parts.flatMap(resources))] },
    ...(conditions === undefined ? {} : { conditions: anyOf(parts.map(conditions)) }),
  };
}
