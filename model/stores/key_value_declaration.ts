import type { StoreVerb } from "../store_access";

/** A table of items by key: DynamoDB on AWS, Firestore on Google Cloud. */
export interface KeyValueDeclaration {
  readonly kind: "keyValue";

  /** The key that tells items apart, alone or together with the sort key. By its name alone it is a string. Cannot be changed later. */
  readonly partitionKey: KeyDeclaration;

  /**
   * The key by which the items of one partition key are told apart and in whose order they are read. Cannot be changed later.
   *
   * @default - the partition key alone tells items apart
   */
  readonly sortKey?: KeyDeclaration;

  /**
   * Other keys by which items are found, by the index's name: 3 to 255 letters, digits, dashes, underscores and dots. At most 20.
   *
   * @default - items are found by the store's own keys alone
   */
  readonly indexes?: Readonly<Record<string, IndexDeclaration>>;

  /**
   * The attribute that says when an item may be deleted.
   *
   * @default "ttl"
   */
  readonly ttlAttribute?: string;

  /**
   * What the store tells of each change of an item, for a day: `keys` of it, what it is after (`new`), what it was before (`old`),
   * or both (`newAndOld`).
   *
   * @default - changes are not told; `newAndOld` with `replicate`, which takes it
   */
  readonly stream?: StreamDeclaration;

  /**
   * Keep a copy of the table in another region, for the day on which this one is lost (docs/key_value.md). What was there before is
   * copied too.
   *
   * @default - items are in the environment's region alone
   */
  readonly replicate?: TableReplicateDeclaration;

  /**
   * What the store is paid for. `infrequent` is for what is kept more than it is used: storage costs 60% less, each read and write 25%
   * more.
   *
   * @default "standard"
   */
  readonly storageClass?: StorageClass;

  /**
   * Refuse to delete the table. Delete twice on purpose: switch it off, apply, then remove.
   *
   * @default - on in production, off in development
   */
  readonly deletionProtection?: boolean;

  /**
   * Copy it into the cell's vault, where the environment has one (`backup`).
   *
   * @default true
   */
  readonly backup?: boolean;

  /**
   * What the service's code calls, and so all that it is granted (docs/identity.md).
   *
   * @default ["get", "put"]
   */
  readonly access?: readonly StoreVerb[];
}

/** An attribute by which items are found: its name, which makes it a string, or its name and type. */
export type KeyDeclaration = string | TypedKeyDeclaration;

export interface TypedKeyDeclaration {
  /** Letters, digits and underscores, starting with a letter. */
  readonly name: string;

  /**
   * What the attribute holds. The same wherever the attribute is a key.
   *
   * @default "string"
   */
  readonly type?: KeyType;
}

export type KeyType = "string" | "number" | "binary";

/** Finds items by other attributes, a moment after they were written. Items without these attributes are not in it. */
export interface IndexDeclaration {
  /** The key that items are looked up by; several may have the same. */
  readonly partitionKey: KeyDeclaration;

  /**
   * The key in whose order the items of one partition key are read.
   *
   * @default - in no order
   */
  readonly sortKey?: KeyDeclaration;

  /**
   * What of each item the index holds beside the keys of both: `all` of it, nothing but the `keys`, or 1 to 20 attributes by name. What is
   * held is stored, and written at each change, once more.
   *
   * @default "all"
   */
  readonly holds?: IndexContent;
}

export type IndexContent = "all" | "keys" | readonly string[];

export interface StreamDeclaration {
  /** What is told of each change. */
  readonly view: StreamView;
}

export type StreamView = "keys" | "new" | "old" | "newAndOld";

export type StorageClass = "standard" | "infrequent";

/** A copy in another region that has every change about a second later: encrypted by a key of that region, and put back in time by itself. */
export interface TableReplicateDeclaration {
  /** The region of the copy, such as `us-west-2`. */
  readonly to: string;
}
