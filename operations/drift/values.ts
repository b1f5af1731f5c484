/** Comparison of attribute values as they come out of JSON. Every function here is pure. */

export type Path = readonly (string | number)[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

/** JSON with sorted keys, so that equal values are equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(sortKeys(value)) ?? "null";
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sortKeys(value[key])]));
}

/** Drops null, "", [] and {} at every depth: providers write nothing in all four ways. */
export function withoutEmpty(value: unknown): unknown {
  return settle(value, { sort: false, dropDefaults: false });
}

/** As {@link withoutEmpty}, and sorts lists: plan JSON does not say which of them are sets. */
export function normalised(value: unknown): unknown {
  return settle(value, { sort: true, dropDefaults: false });
}

/** As {@link normalised}, and drops false and 0: what two schemas of one thing leave unset differs. */
export function loosely(value: unknown): unknown {
  return settle(value, { sort: true, dropDefaults: true });
}

interface Rules {
  readonly sort: boolean;
  readonly dropDefaults: boolean;
}

function settle(value: unknown, rules: Rules): unknown {
  if (Array.isArray(value)) {
    const kept = value.map((each) => settle(each, rules)).filter((each) => each !== undefined);
    if (kept.length === 0) return undefined;
    return rules.sort ? kept.sort(byText) : kept;
  }
  if (isObject(value)) {
    const kept = Object.entries(value)
      .map(([key, each]) => [key, settle(each, rules)] as const)
      .filter(([, each]) => each !== undefined);
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
  }
  if (isEmpty(value)) return undefined;
  return rules.dropDefaults && (value === false || value === 0) ? undefined : value;
}

function byText(left: unknown, right: unknown): number {
  const [a, b] = [canonical(left), canonical(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

export const equal = (left: unknown, right: unknown): boolean =>
  canonical(left) === canonical(right);

/** Lists of one thing as that thing, at every depth. */
export function unwrapped(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? unwrapped(value[0]) : value.map(unwrapped);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unwrapped(each)]));
}

/** A text that holds JSON as the value in it: two spellings of one policy are one policy. */
export function jsonIn(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** The places where two values differ by more than emptiness and order: leaves, or lists of other length. */
export function differences(before: unknown, after: unknown, at: Path = []): Path[] {
  if (equal(normalised(before), normalised(after))) return [];
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((key) => differences(before[key], after[key], [...at, key]));
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    const inside = before.flatMap((each, index) => differences(each, after[index], [...at, index]));
    if (inside.length > 0) return inside;
  }
  return [at];
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => {
    if (typeof at !== "object" || at === null) return undefined;
    return (at as Record<string | number, unknown>)[step];
  }, value);
}
