import { Construct } from "constructs";
import { awsNames } from "../../model/names";
import { cameFrom } from "../annotate";
import {
  keyValueStores,
  objectStores,
  type KeyValueStore,
  type ObjectStore as SettledObjectStore,
  type Service,
  type Workload,
} from "../../model/service";
import { logGroupArn, type Location } from "./arn";
import type { Grantee } from "./identity/grantee";
import { Key, logsMayUse } from "./key";
import type { Statement } from "./policy";
import { ObjectStore, type ObjectStoreNames, type ObjectStoreProps } from "./s3/object_store";
import { StateTable } from "./state_table";

export interface AwsServiceProps<W extends Workload> {
  /** Settled: every value is there. */
  readonly service: Service<W>;
  readonly location: Location;

  /**
   * Days between the order to delete a key and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;
}

/** What a service keeps, each store by its kind. */
export interface Stores {
  readonly tables: readonly StateTable[];
  readonly buckets: readonly ObjectStore[];
}

/** What every service on AWS has, whatever its workload: names, keys by purpose, stores. */
export abstract class AwsService<
  W extends Workload,
  P extends AwsServiceProps<W> = AwsServiceProps<W>,
> extends Construct {
  protected readonly names: ReturnType<typeof awsNames>;

  constructor(
    scope: Construct,
    id: string,
    protected readonly props: P,
  ) {
    super(scope, id);
    const { environment, cell, name } = props.service;
    this.names = awsNames({ environment, cell, name });
  }

  protected makeKey(purpose: string, statements: readonly Statement[] = []): Key {
    const { service, location, keyDeletionWindowDays = 30 } = this.props;
    return new Key(this, `${purpose}-key`, {
      alias: this.names.keyAlias(purpose),
      description: `Encrypts the ${purpose} of ${service.name} in ${service.environment}.`,
      location,
      statements,
      deletionWindowDays: keyDeletionWindowDays,
    });
  }

  /** A key that CloudWatch may encrypt these log groups with, and no others. */
  protected makeLogsKey(...groups: readonly string[]): Key {
    const { location } = this.props;
    const arns = groups.map((group) => logGroupArn(location, group));
    return this.makeKey("logs", [logsMayUse(arns, location)]);
  }

  /** @param readers - who reads a bucket beside whom the account's own policies let */
  protected makeStores(key: Key, readers?: ObjectStoreProps["statements"]): Stores {
    const { service } = this.props;
    const tables = keyValueStores(service).map((store) => this.makeTable(store, key));
    const buckets = objectStores(service).map((store) => this.makeBucket(store, key, readers));
    return { tables, buckets };
  }

  private makeTable(store: KeyValueStore, key: Key): StateTable {
    return new StateTable(this, store.name, {
      tableName: this.names.table(store.name),
      partitionKey: store.partitionKey,
      location: this.props.location,
      encryptionKeyArn: key.arn,
      ttlAttribute: store.ttlAttribute,
      deletionProtection: store.deletionProtection,
    });
  }

  private makeBucket(
    store: SettledObjectStore,
    key: Key,
    statements: ObjectStoreProps["statements"],
  ): ObjectStore {
    const { location, keyDeletionWindowDays = 30 } = this.props;
    return new ObjectStore(this, store.name, {
      ...{ store, location, encryptionKeyArn: key.arn, keyDeletionWindowDays },
      names: this.bucketNames(store.name),
      ...(statements ? { statements } : {}),
    });
  }

  private bucketNames(store: string): ObjectStoreNames {
    const { account } = this.props.location;
    const { bucket, bucketMetrics: metrics, replica, replication, keyAlias } = this.names;
    return {
      ...{ bucket: bucket(store, account), metrics },
      replica: {
        bucket: replica(store, account),
        role: replication(store),
        keyAlias: keyAlias(`${store}-replica`),
      },
    };
  }

  /** To a service's own code, of each store what it declares. */
  protected grantStores({ tables, buckets }: Stores, grantee: Grantee): void {
    const { service } = this.props;
    keyValueStores(service).forEach(({ access }, index) =>
      tables[index]?.grants.only(access, grantee),
    );
    objectStores(service).forEach(({ access }, index) =>
      buckets[index]?.grants.only(access, grantee),
    );
  }

  /** A table `state` is found as `STATE_TABLE`, a bucket `images` as `IMAGES_BUCKET`. */
  protected variables({ tables, buckets }: Stores): Record<string, string> {
    const { service } = this.props;
    return {
      ...Object.fromEntries(tables.map((one) => [variable(one, "TABLE"), one.table.name])),
      ...Object.fromEntries(buckets.map((one) => [variable(one, "BUCKET"), one.bucketName])),
      SERVICE: service.name,
      ENVIRONMENT: service.environment,
    };
  }

  /** Where stores and their key stand in the declaration. */
  protected traceStores({ tables, buckets }: Stores, key: Key): void {
    const { service } = this.props;
    cameFrom(key, service, "stores");
    for (const store of [...tables, ...buckets])
      cameFrom(store, service, `stores.${store.node.id}`);
  }
}

const variable = ({ node }: Construct, kind: "TABLE" | "BUCKET"): string =>
  `${node.id.replaceAll("-", "_").toUpperCase()}_${kind}`;
