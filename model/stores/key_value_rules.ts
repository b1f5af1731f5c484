import type { EnvironmentDeclaration } from "../environment";
import { problemIf, type FieldProblem } from "../indicators/base";
import { indexVariable } from "../names";
import { duplicateProblem, show } from "../problems";
import { settleAccess } from "../store_access";
import type {
  IndexDeclaration,
  KeyDeclaration,
  KeyValueDeclaration,
} from "./key_value_declaration";
import { DEFAULT_TTL_ATTRIBUTE, REPLICATED_VIEW, settleKey } from "./key_value_defaults";
import type { KeyAttribute } from "./key_value_settled";
import { regionProblem } from "./regions";

export interface KeyValueAround {
  /** The store's name. */
  readonly name: string;
  readonly environment: EnvironmentDeclaration;
}

/** What the keys and indexes of a store mean to one another and to the cloud. */
export function keyValueProblems(
  store: KeyValueDeclaration,
  { name, environment }: KeyValueAround,
): FieldProblem[] {
  const at = `stores.${name}`;
  return [
    ...problemIf(`${at}.sortKey`, sameKeyProblem(store)),
    ...typeProblems(store, at),
    ...problemIf(`${at}.ttlAttribute`, expiryProblem(store, environment)),
    ...problemIf(`${at}.indexes`, indexesProblem(store, name)),
    ...Object.entries(store.indexes ?? {}).flatMap(([index, declared]) =>
      indexProblems(declared, { at: `${at}.indexes.${index}`, index, store }),
    ),
    ...replicaProblems(store, at, environment),
  ];
}

function replicaProblems(
  { replicate, stream }: KeyValueDeclaration,
  at: string,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  if (replicate === undefined) return [];
  if (environment.cloud === "google")
    return problemIf(`${at}.replicate`, unbuilt(environment.name, replicate.to));
  const view = stream?.view ?? REPLICATED_VIEW;
  const short =
    view === REPLICATED_VIEW
      ? undefined
      : `expected ${show(REPLICATED_VIEW)} where the store is copied (\`replicate\`), which DynamoDB does by it; or leave \`stream\` out, got ${show(view)}`;
  return [
    ...problemIf(`${at}.replicate.to`, regionProblem(replicate.to, environment)),
    ...problemIf(`${at}.stream.view`, short),
  ];
}

const unbuilt = (environment: string, to: string): string =>
  `expected nothing on Google Cloud (${environment}), where a database is in one place for good: one of several regions, such as nam5, is another location (docs/clouds.md); list the service in environments on AWS only, got a copy in ${show(to)}`;

interface Keys {
  readonly partitionKey: KeyDeclaration;
  readonly sortKey?: KeyDeclaration;
}

const nameOf = (key: KeyDeclaration): string => settleKey(key).name;

function sameKeyProblem({ partitionKey, sortKey }: Keys): string | undefined {
  if (sortKey === undefined || nameOf(sortKey) !== nameOf(partitionKey)) return undefined;
  return `expected another attribute than the partition key, got ${show(nameOf(sortKey))}`;
}

interface PlacedKey extends KeyAttribute {
  readonly field: string;
}

/** In the order in which they are written. */
function keysOf(store: KeyValueDeclaration, at: string): PlacedKey[] {
  const of = ({ partitionKey, sortKey }: Keys, path: string): PlacedKey[] => [
    { field: `${path}.partitionKey`, ...settleKey(partitionKey) },
    ...(sortKey ? [{ field: `${path}.sortKey`, ...settleKey(sortKey) }] : []),
  ];
  return [
    ...of(store, at),
    ...Object.entries(store.indexes ?? {}).flatMap(([name, index]) =>
      of(index, `${at}.indexes.${name}`),
    ),
  ];
}

function typeProblems(store: KeyValueDeclaration, at: string): FieldProblem[] {
  const keys = keysOf(store, at);
  return keys.flatMap(({ field, name, type }) => {
    const first = keys.find((key) => key.name === name);
    return problemIf(
      field,
      first === undefined || first.type === type
        ? undefined
        : `expected ${show(name)} to be a ${first.type} here too, as ${first.field} says, got ${show(type)}`,
    );
  });
}

/**
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html
 * @see https://cloud.google.com/firestore/docs/ttl
 */
function expiryProblem(
  store: KeyValueDeclaration,
  { cloud, name: environment }: EnvironmentDeclaration,
): string | undefined {
  const { ttlAttribute = DEFAULT_TTL_ATTRIBUTE } = store;
  const key = keysOf(store, "").find(({ name }) => name === ttlAttribute);
  if (key === undefined) return undefined;
  if (cloud === "google")
    return `expected an attribute that is no key on Google Cloud (${environment}), where what says when a document goes has no index, got ${show(ttlAttribute)}`;
  if (key.type === "number") return undefined;
  return `expected an attribute that is no key or a number, as seconds since 1970 are, got ${show(ttlAttribute)}, a key that is a ${key.type}`;
}

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html */
const MOST_INDEXES = 20;
const MOST_HELD_IN_ALL = 100;

function indexesProblem(store: KeyValueDeclaration, name: string): string | undefined {
  const { indexes = {}, access } = store;
  const names = Object.keys(indexes);
  if (names.length === 0) return undefined;
  if (names.length > MOST_INDEXES)
    return `expected at most ${MOST_INDEXES}, as many as a table has, got ${names.length}`;
  const held = Object.values(indexes).flatMap(({ holds }) =>
    typeof holds === "object" ? holds : [],
  );
  if (held.length > MOST_HELD_IN_ALL)
    return `expected at most ${MOST_HELD_IN_ALL} attributes by name in all indexes of a table together, got ${held.length}; let some hold "all" or "keys"`;
  const verbs = settleAccess(access);
  if (!verbs.includes("query") && !verbs.includes("scan"))
    return `expected "query" or "scan" in the store's access, without which no code reads an index, got ${verbs.map(show).join(", ")}`;
  return clashProblem(names, name);
}

/** Code finds each by a variable. */
function clashProblem(names: readonly string[], store: string): string | undefined {
  const variables = names.map((name) => indexVariable(store, name));
  const at = variables.findIndex((one, index) => variables.indexOf(one) !== index);
  if (at < 0) return undefined;
  const variable = String(variables[at]);
  return `expected names that differ in letters and digits, since code finds each by a variable, got ${show(names[variables.indexOf(variable)])} and ${show(names[at])}, both ${variable}`;
}

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html */
const INDEX_NAME = /^[A-Za-z0-9_.-]{3,255}$/;

interface Placed {
  readonly at: string;
  readonly index: string;
  readonly store: KeyValueDeclaration;
}

function indexProblems(declared: IndexDeclaration, { at, index, store }: Placed): FieldProblem[] {
  const named = INDEX_NAME.test(index)
    ? undefined
    : `expected a name of 3 to 255 letters, digits, dashes, underscores and dots, got ${show(index)}`;
  return [
    ...problemIf(at, named),
    ...problemIf(`${at}.sortKey`, sameKeyProblem(declared)),
    ...problemIf(`${at}.holds`, heldProblem(declared, store)),
  ];
}

function heldProblem({ holds, ...keys }: IndexDeclaration, store: Keys): string | undefined {
  if (typeof holds !== "object") return undefined;
  const own = [keys.partitionKey, keys.sortKey, store.partitionKey, store.sortKey].flatMap((key) =>
    key === undefined ? [] : [nameOf(key)],
  );
  const key = holds.find((name) => own.includes(name));
  if (key === undefined) return duplicateProblem(holds);
  return `expected attributes beside the keys, which every index holds, got ${show(key)}`;
}
