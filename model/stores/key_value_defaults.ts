import type { EnvironmentDeclaration } from "../environment";
import { settleAccess } from "../store_access";
import type {
  IndexDeclaration,
  KeyDeclaration,
  KeyValueDeclaration,
} from "./key_value_declaration";
import type { KeyAttribute, KeyValueStore, StoreIndex } from "./key_value_settled";

export const DEFAULT_TTL_ATTRIBUTE = "ttl";

/** What DynamoDB copies by. */
export const REPLICATED_VIEW = "newAndOld";

/** The defaults of a key-value store, settled once. */
export function settleKeyValueStore(
  name: string,
  store: KeyValueDeclaration,
  environment: EnvironmentDeclaration,
): KeyValueStore {
  return {
    ...{ kind: store.kind, name },
    partitionKey: settleKey(store.partitionKey),
    sortKey: optionalKey(store.sortKey),
    indexes: settleIndexes(store.indexes),
    ttlAttribute: store.ttlAttribute ?? DEFAULT_TTL_ATTRIBUTE,
    stream: store.stream?.view ?? (store.replicate && REPLICATED_VIEW),
    replica: store.replicate && { region: store.replicate.to },
    storageClass: store.storageClass ?? "standard",
    deletionProtection: store.deletionProtection ?? environment.stage === "production",
    backup: store.backup ?? true,
    access: settleAccess(store.access),
  };
}

export const settleKey = (key: KeyDeclaration): KeyAttribute =>
  typeof key === "string"
    ? { name: key, type: "string" }
    : { name: key.name, type: key.type ?? "string" };

const optionalKey = (key: KeyDeclaration | undefined): KeyAttribute | undefined =>
  key === undefined ? undefined : settleKey(key);

const settleIndexes = (indexes: KeyValueDeclaration["indexes"] = {}): StoreIndex[] =>
  Object.entries(indexes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, index]) => settleIndex(name, index));

const settleIndex = (
  name: string,
  { partitionKey, sortKey, holds }: IndexDeclaration,
): StoreIndex => ({
  name,
  partitionKey: settleKey(partitionKey),
  sortKey: optionalKey(sortKey),
  holds: typeof holds === "object" ? [...holds].sort() : (holds ?? "all"),
});
