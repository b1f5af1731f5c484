import type { StoreVerb } from "../store_access";
import type { KeyType, StorageClass, StreamView } from "./key_value_declaration";

/** A key-value store after `settle`: nothing is optional; `undefined` is declared to be absent. */
export interface KeyValueStore {
  readonly kind: "keyValue";
  readonly name: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey: KeyAttribute | undefined;
  /** Sorted by name. */
  readonly indexes: readonly StoreIndex[];
  readonly ttlAttribute: string;
  readonly stream: StreamView | undefined;
  /** The copy in another region. */
  readonly replica: TableReplica | undefined;
  readonly storageClass: StorageClass;
  readonly deletionProtection: boolean;
  /** Whether it is copied where its environment has a vault. */
  readonly backup: boolean;
  /** What the code calls. */
  readonly access: readonly StoreVerb[];
}

export interface KeyAttribute {
  readonly name: string;
  readonly type: KeyType;
}

export interface StoreIndex {
  readonly name: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey: KeyAttribute | undefined;
  /** Attributes are sorted. */
  readonly holds: "all" | "keys" | readonly string[];
}

export interface TableReplica {
  readonly region: string;
}
