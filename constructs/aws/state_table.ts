import {
  DynamodbTable,
  type DynamodbTableGlobalSecondaryIndex,
  type DynamodbTableReplica,
} from "@cdktf/provider-aws/lib/dynamodb-table";
import { Construct } from "constructs";
import { REPLICATED_VIEW, settleKey } from "../../model/stores/key_value_defaults";
import type {
  KeyDeclaration,
  KeyType,
  StorageClass,
  StreamView,
} from "../../model/stores/key_value_declaration";
import type { KeyAttribute, StoreIndex } from "../../model/stores/key_value_settled";
import { MAIN } from "../logical_id";
import { tableArn, tableIndexArn, type Location } from "./arn";
import { TableGrants } from "./identity/table_grants";
import { Key } from "./key";
import { placeIn } from "./region_provider";

export interface StateTableProps {
  /** The table's name; `model/names.ts` makes it. */
  readonly tableName: string;

  /** The key that tells items apart, alone or together with the sort key; by its name alone a string. */
  readonly partitionKey: KeyDeclaration;

  /**
   * The key by which the items of one partition key are told apart and in whose order they are read.
   *
   * @default - the partition key alone tells items apart
   */
  readonly sortKey?: KeyDeclaration | undefined;

  /**
   * Other keys by which items are found; global secondary indexes.
   *
   * @default []
   */
  readonly indexes?: readonly StoreIndex[];

  readonly location: Location;

  /** ARN of the customer key that encrypts the table. */
  readonly encryptionKeyArn: string;

  /**
   * The attribute that says when an item may be deleted, in seconds since 1970.
   *
   * @default "ttl"
   */
  readonly ttlAttribute?: string;

  /**
   * What a stream tells of each change, for 24 hours.
   *
   * @default - no stream
   */
  readonly stream?: StreamView | undefined;

  /**
   * The copy in another region, with a key of that region; a stream of both images goes with it.
   *
   * @default - no copy
   */
  readonly copy?: TableCopy | undefined;

  /**
   * Leave its copies to other stacks, each of which makes one in its own region; the table's stream is of both images.
   *
   * @default false
   */
  readonly copiedElsewhere?: boolean;

  /**
   * What the table is paid for: `infrequent` is the class STANDARD_INFREQUENT_ACCESS.
   *
   * @default "standard"
   */
  readonly storageClass?: StorageClass;

  /**
   * Refuse to delete the table.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** Where a table is copied to, and what encrypts it there. */
export interface TableCopy {
  /** Such as `us-west-2`. */
  readonly region: string;

  /** Of the copy's key, with `alias/`; made in `model/names.ts`. */
  readonly keyAlias: string;

  /**
   * Days between the order to delete the copy's key and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;
}

/** A table that is paid by request, encrypted, and can be put back to any second of the last 35 days. */
export class StateTable extends Construct {
  readonly table: DynamodbTable;
  /** Composed from the name, so that it is known when a plan is made. */
  readonly tableArn: string;
  readonly grants: TableGrants;
  /** Sorted. */
  readonly indexNames: readonly string[];

  constructor(scope: Construct, id: string, props: StateTableProps) {
    super(scope, id);
    const { indexes = [] } = props;
    this.table = new DynamodbTable(this, MAIN, {
      name: props.tableName,
      billingMode: "PAY_PER_REQUEST",
      ...keysOf(props),
      ttl: { attributeName: props.ttlAttribute ?? "ttl", enabled: true },
      serverSideEncryption: { enabled: true, kmsKeyArn: props.encryptionKeyArn },
      pointInTimeRecovery: { enabled: true },
      deletionProtectionEnabled: props.deletionProtection ?? true,
      ...streamOf(props),
      ...(props.copy ? { replica: [this.copyTo(props.copy, props)] } : {}),
      ...(props.storageClass === "infrequent" ? { tableClass: "STANDARD_INFREQUENT_ACCESS" } : {}),
      ...(props.copiedElsewhere ? { lifecycle: { ignoreChanges: ["replica"] } } : {}),
    });
    this.tableArn = tableArn(props.location, this.table.name);
    this.indexNames = indexes.map(({ name }) => name).sort();
    this.grants = new TableGrants({
      ...props,
      tableArn: this.tableArn,
      indexArns: this.indexNames.map((name) => tableIndexArn(this.tableArn, name)),
    });
  }

  /** A reference, so that what uses the table is made after it. */
  get tableName(): string {
    return this.table.name;
  }

  /** Keys never leave their region, so the copy has one of its own; its tags are the table's. */
  private copyTo(copy: TableCopy, { location, tableName }: StateTableProps): DynamodbTableReplica {
    const { region, keyAlias, keyDeletionWindowDays = 30 } = copy;
    const there = { account: location.account, region };
    const key = new Key(this, "replica-key", {
      alias: keyAlias,
      description: `Encrypts the copy of the table ${tableName}.`,
      location: there,
      deletionWindowDays: keyDeletionWindowDays,
    });
    placeIn(key, there);
    return {
      ...{ regionName: region, kmsKeyArn: key.arn },
      ...{ pointInTimeRecovery: true, propagateTags: true },
    };
  }
}

const VIEWS: Readonly<Record<StreamView, string>> = {
  keys: "KEYS_ONLY",
  new: "NEW_IMAGE",
  old: "OLD_IMAGE",
  newAndOld: "NEW_AND_OLD_IMAGES",
};

/** Copied by it: without a word of it, the provider would switch off what DynamoDB switched on. */
function streamOf({ copy, stream = copy && REPLICATED_VIEW }: StateTableProps) {
  return stream === undefined ? {} : { streamEnabled: true, streamViewType: VIEWS[stream] };
}

const TYPES: Readonly<Record<KeyType, string>> = { string: "S", number: "N", binary: "B" };

/** The keys of the table and of its indexes; DynamoDB wants the type of each attribute in them, and of no other. */
function keysOf({ partitionKey, sortKey, indexes = [] }: StateTableProps) {
  const hash = settleKey(partitionKey);
  const range = sortKey === undefined ? undefined : settleKey(sortKey);
  const own = { partitionKey: hash, sortKey: range };
  return {
    hashKey: hash.name,
    ...(range ? { rangeKey: range.name } : {}),
    attribute: attributesOf([own, ...indexes].flatMap(keyAttributes)),
    ...(indexes.length > 0 ? { globalSecondaryIndex: indexes.map(globalIndex) } : {}),
  };
}

const keyAttributes = ({ partitionKey, sortKey }: Pick<StoreIndex, "partitionKey" | "sortKey">) =>
  sortKey ? [partitionKey, sortKey] : [partitionKey];

/** Each once, sorted. */
const attributesOf = (keys: readonly KeyAttribute[]) =>
  [...new Map(keys.map(({ name, type }) => [name, { name, type: TYPES[type] }])).values()].sort(
    (a, b) => (a.name < b.name ? -1 : 1),
  );

const globalIndex = (index: StoreIndex): DynamodbTableGlobalSecondaryIndex => ({
  name: index.name,
  hashKey: index.partitionKey.name,
  ...(index.sortKey ? { rangeKey: index.sortKey.name } : {}),
  ...projectionOf(index.holds),
});

function projectionOf(holds: StoreIndex["holds"]) {
  if (holds === "all") return { projectionType: "ALL" };
  if (holds === "keys") return { projectionType: "KEYS_ONLY" };
  return { projectionType: "INCLUDE", nonKeyAttributes: [...holds] };
}
