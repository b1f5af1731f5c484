import { echoFinder } from "./echoes";
import { changes, type Change, type Plan, type ResourceChange } from "./plan";
import { differences, equal, withoutEmpty, type Path } from "./values";
import { isVolatile } from "./volatile";

/** What a difference between declaration, state and cloud is; `ignored` is kept for declared exceptions. */
export const CLASSES = [
  "declared",
  "silent",
  "gone",
  "moved",
  "pending",
  "echo",
  "noise",
  "ignored",
] as const;

export type DriftClass = (typeof CLASSES)[number];

/** The classes that mean: the cloud is not what was applied. */
export const DRIFTED: ReadonlySet<DriftClass> = new Set(["declared", "silent", "gone"]);

/** One resource in one class. */
export interface Classified {
  readonly address: string;
  readonly previousAddress?: string;
  readonly deposed?: string;
  readonly type: string;
  readonly class: DriftClass;
  /** Where the class was seen; empty when it is the whole resource. Sorted. */
  readonly paths: readonly Path[];
  readonly drift: Change | undefined;
  readonly change: Change | undefined;
}

/**
 * Puts every managed resource that a plan lists as drifted, changed or moved into exactly one class.
 * Sorted by address, then by the id of a deposed object.
 */
export function classify(plan: Plan): Classified[] {
  const isEcho = echoFinder(plan);
  return entries(plan).map((entry) => {
    const { address, type, deposed, previous_address: previous } = entry.drift ?? entry.change;
    return {
      address,
      type,
      ...(previous === undefined ? {} : { previousAddress: previous }),
      ...(deposed === undefined ? {} : { deposed }),
      ...classOf(entry, isEcho),
      drift: entry.drift?.change,
      change: entry.change?.change,
    };
  });
}

type IsEcho = ReturnType<typeof echoFinder>;

/** What a plan says of one resource. */
type Entry =
  | { readonly drift: ResourceChange; readonly change: ResourceChange | undefined }
  | { readonly drift: undefined; readonly change: ResourceChange };

function entries(plan: Plan): Entry[] {
  const managed = ({ mode }: ResourceChange) => mode === "managed";
  const drifts = new Map(plan.resource_drift.filter(managed).map((one) => [keyOf(one), one]));
  const listed = new Map(plan.resource_changes.filter(managed).map((one) => [keyOf(one), one]));
  const keys = [...new Set([...drifts.keys(), ...listed.keys()])].sort();
  return keys.flatMap((key): Entry[] => {
    const drift = drifts.get(key);
    const change = listed.get(key);
    if (drift !== undefined) return [{ drift, change }];
    return change !== undefined && isListed(change) ? [{ drift, change }] : [];
  });
}

const keyOf = ({ address, deposed = "" }: ResourceChange): string => `${address} ${deposed}`;

const isListed = ({ change, previous_address: previous }: ResourceChange): boolean =>
  changes(change) || previous !== undefined;

type Seen = Pick<Classified, "class" | "paths">;

function classOf({ drift, change }: Entry, isEcho: IsEcho): Seen {
  if (drift === undefined) return withoutDrift(change, change.change, []);
  if (isDelete(drift.change)) return { class: "gone", paths: [] };
  const planned = change !== undefined && changes(change.change) ? change.change : undefined;
  const seen = divide(drift, change?.change, isEcho);
  if (seen.drift === undefined) return withoutDrift(drift, planned, seen.echoes);
  return { class: planned === undefined ? "silent" : "declared", paths: seen.drift };
}

function withoutDrift(
  one: ResourceChange,
  planned: Change | undefined,
  echoes: readonly Path[],
): Seen {
  if (planned !== undefined && changes(planned))
    return { class: "pending", paths: pathsOf(planned) };
  if (one.previous_address !== undefined) return { class: "moved", paths: [] };
  return echoes.length > 0 ? { class: "echo", paths: echoes } : { class: "noise", paths: [] };
}

const isDelete = ({ actions }: Change): boolean => equal(actions, ["delete"]);

/** The changed attributes of one drifted resource. */
interface Divided {
  /** Undefined: no real drift. Empty: an action that is not known, so nothing can be said of it. */
  readonly drift: readonly Path[] | undefined;
  readonly echoes: readonly Path[];
}

const KNOWN = new Set(["no-op", "update"]);

function divide(drift: ResourceChange, planned: Change | undefined, isEcho: IsEcho): Divided {
  const { actions, before, after } = drift.change;
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort();
  const found = names
    .filter((name) => !isVolatile(drift.type, name))
    .map((name) => ({ name, paths: changed(name, drift.change, planned) }))
    .filter(({ paths }) => paths.length > 0);
  const echoes = found.filter(({ name }) => isEcho(drift, name)).map(({ name }) => [name]);
  const real = found.filter(({ name }) => !isEcho(drift, name)).flatMap(({ paths }) => paths);
  const known = actions.every((action) => KNOWN.has(action));
  return { drift: real.length > 0 || !known ? real : undefined, echoes };
}

/** Where an attribute changed; another order alone counts only if the plan means to put it back. */
function changed(name: string, { before, after }: Change, planned: Change | undefined): Path[] {
  const paths = differences(before?.[name], after?.[name], [name]);
  if (paths.length > 0) return paths;
  const sameOrder = equal(withoutEmpty(before?.[name]), withoutEmpty(after?.[name]));
  return !sameOrder && planned !== undefined && reverts(name, planned) ? [[name]] : [];
}

const reverts = (name: string, { before, after }: Change): boolean =>
  !equal(withoutEmpty(before?.[name]), withoutEmpty(after?.[name]));

/** What a change that is not applied yet touches; nothing for what is made or removed as a whole. */
function pathsOf({ before, after }: Change): Path[] {
  if (!before || !after) return [];
  const names = Object.keys(after).sort();
  return names.flatMap((name) => differences(before[name], after[name], [name]));
}
