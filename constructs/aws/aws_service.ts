import { Construct } from "constructs";
import { awsNames } from "../../model/names";
import { cameFrom } from "../annotate";
import {
  cacheStores,
  fileStores,
  isOrdered,
  keyValueStores,
  needsNetwork,
  objectStores,
  relationalStores,
  rotatedSecrets,
  type CacheStore,
  type FileStore,
  type KeyValueStore,
  type ObjectStore as SettledObjectStore,
  type RelationalStore,
  type Workload,
} from "../../model/service";
import { OUTBOX } from "../../model/events/names";
import { logGroupArn, type Location } from "./arn";
import type { Protected } from "./backup/grants";
import type { AwsServiceProps } from "./aws_service_props";
import { Cache } from "./data/cache";
import { FileSystem } from "./data/file_system";
import type { MountingClient } from "./data/mount";
import { Outbox } from "./events/outbox";
import { PublishedEvents } from "./events/published_events";
import { RelationalDatabase } from "./data/relational_database";
import type { Grantee } from "./identity/grantee";
import type { EndpointGrants } from "./inference/endpoint_grants";
import { Key, logsMayUse } from "./key";
import { modelGrants, modelVariables } from "./models/model_access";
import type { NetworkOfEnvironment } from "./network/contract";
import type { PrivatePlace } from "./network/private_place";
import type { Statement } from "./policy";
import { ServiceSecrets } from "./secrets/service_secrets";
import { ObjectStore, type ObjectStoreNames, type ObjectStoreProps } from "./s3/object_store";
import type { RegionalProps } from "./regions/regional";
import { TableReplica } from "./regions/table_replica";
import { StateTable } from "./state_table";
import { storeVariables } from "./store_variables";

/** A table, or a copy of one that takes writes as it does. */
export type KeptTable = StateTable | TableReplica;

/** What a service keeps, each store by its kind. */
export interface Stores {
  readonly tables: readonly KeptTable[];
  readonly buckets: readonly ObjectStore[];
  readonly databases: readonly RelationalDatabase[];
  readonly caches: readonly Cache[];
  readonly files: readonly FileSystem[];
}

export const NO_STORES: Stores = { tables: [], buckets: [], databases: [], caches: [], files: [] };

/** What encrypts stores, and what of them is logged. */
export interface StoreKeys {
  readonly data: Key;
  /** @default - none of the stores writes logs */
  readonly logs?: Key;
}

/** What every service on AWS has, whatever its workload: names, keys by purpose, stores. */
export abstract class AwsService<
  W extends Workload,
  P extends AwsServiceProps<W> = AwsServiceProps<W>,
> extends Construct {
  protected readonly names: ReturnType<typeof awsNames>;
  /** Undefined where the service declares none. */
  readonly secrets: ServiceSecrets | undefined;
  /** Undefined where code publishes events itself. */
  readonly outbox: Outbox | undefined;
  private readonly published: PublishedEvents;
  private readonly kept: Protected[] = [];

  constructor(
    scope: Construct,
    id: string,
    protected readonly props: P,
  ) {
    super(scope, id);
    const { environment, cell, name } = props.service;
    this.names = awsNames({ environment, cell, name, ordered: isOrdered(props.service) });
    this.outbox = this.makeOutbox();
    this.published = new PublishedEvents({ ...props, outbox: this.outbox });
    this.secrets = props.service.secrets.length === 0 ? undefined : this.makeSecrets();
  }

  /** With a key of their own: who reads stores reads no secret with it. */
  private makeSecrets(): ServiceSecrets {
    const { service, location } = this.props;
    return new ServiceSecrets(this, "secrets", {
      ...{ nameOf: this.names.secret, secrets: service.secrets, location },
      key: this.makeKey("secrets"),
    });
  }

  private makeOutbox(): Outbox | undefined {
    const { service, location, outboxCode: code, eventBus: bus } = this.props;
    if (service.outbox === undefined) return undefined;
    if (code === undefined || bus === undefined)
      throw new Error(`${service.name}: expected the code and the bus of its outbox`);
    const { relay, events } = this.names;
    const key = this.makeKey("outbox", [
      logsMayUse([logGroupArn(location, relay.logGroup)], location),
    ]);
    return new Outbox(this, OUTBOX, {
      names: { ...events, relay },
      ...{ service, outbox: service.outbox, location, code, bus, key },
    });
  }

  /** What is copied where the cell has a vault: all that keeps what cannot be made anew, but for what says otherwise. */
  get backedUp(): readonly Protected[] {
    return this.kept;
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

  /** A key that CloudWatch may encrypt these log groups and those of the service's databases and rotations with, and no others. */
  protected makeLogsKey(...groups: readonly string[]): Key {
    const { location, service } = this.props;
    const own = relationalStores(service).map(({ name }) => this.names.databaseLogGroup(name));
    const rotated = rotatedSecrets(service).map(({ name }) => this.names.rotation(name).logGroup);
    const arns = [...groups, ...own, ...rotated].map((group) => logGroupArn(location, group));
    const key = this.makeKey("logs", [logsMayUse(arns, location)]);
    this.rotateSecrets(key);
    return key;
  }

  private rotateSecrets(logs: Key): void {
    const { service, rotationCode } = this.props;
    if (rotatedSecrets(service).length === 0) return;
    if (rotationCode === undefined)
      throw new Error(`${service.name}: expected the code that rotates its secrets`);
    this.secrets?.rotate({
      ...{ namesOf: this.names.rotation, code: rotationCode, logKeyArn: logs.arn },
      environment: { SERVICE: service.name, ENVIRONMENT: service.environment },
    });
  }

  /** @param readers - who reads a bucket beside whom the account's own policies let */
  protected makeStores(keys: StoreKeys, readers?: ObjectStoreProps["statements"]): Stores {
    const { service } = this.props;
    const { data: key } = keys;
    const tables = keyValueStores(service).map((store) => this.makeTable(store, key));
    const buckets = objectStores(service).map((store) => this.makeBucket(store, key, readers));
    const databases = relationalStores(service).map((store) => this.makeDatabase(store, keys));
    const caches = cacheStores(service).map((store) => this.makeCache(store, key));
    const files = fileStores(service).map((store) => this.makeFiles(store, key));
    return { tables, buckets, databases, caches, files };
  }

  private makeDatabase(
    store: RelationalStore,
    { data, logs = data }: StoreKeys,
  ): RelationalDatabase {
    const { networkedStore, databaseMonitor, databaseLogGroup, databaseUser } = this.names;
    const { vpcId } = this.network;
    const database = new RelationalDatabase(this, store.name, {
      names: {
        cluster: networkedStore(store.name),
        monitor: databaseMonitor(store.name),
        logGroup: databaseLogGroup(store.name),
        user: databaseUser,
      },
      ...{ store, location: this.props.location },
      place: { vpcId, subnetIds: this.network.subnetIds("isolated", store.zones) },
      ...{ encryptionKeyArn: data.arn, logKeyArn: logs.arn },
    });
    if (store.backup) this.kept.push({ kind: "database", arn: database.clusterArn, key: data });
    return database;
  }

  private makeCache(store: CacheStore, key: Key): Cache {
    const { vpcId } = this.network;
    return new Cache(this, store.name, {
      name: this.names.networkedStore(store.name),
      ...{ store, location: this.props.location, encryptionKeyArn: key.arn },
      place: { vpcId, subnetIds: this.network.subnetIds("isolated", store.zones) },
    });
  }

  private makeFiles(store: FileStore, key: Key): FileSystem {
    const { vpcId } = this.network;
    const files = new FileSystem(this, store.name, {
      name: this.names.networkedStore(store.name),
      ...{ store, vpcId, location: this.props.location, encryptionKeyArn: key.arn },
      subnets: this.network.zonedSubnets("isolated", store.zones),
    });
    if (store.backup) this.kept.push({ kind: "files", arn: files.arn, key });
    return files;
  }

  private get network(): NetworkOfEnvironment {
    const { network, service } = this.props;
    if (network !== undefined) return network;
    throw new Error(`${service.name}: expected a network for its stores, which its rules ask for`);
  }

  /** Where the service's functions run; undefined where nothing of it stands in a network. */
  protected functionPlace(): PrivatePlace | undefined {
    if (!needsNetwork(this.props.service)) return undefined;
    return this.network.privatePlace;
  }

  private makeTable(store: KeyValueStore, key: Key): KeptTable {
    const { location, home, regional, keyDeletionWindowDays = 30 } = this.props;
    if (home !== undefined) return this.makeReplica(store, key, home);
    const keyAlias = this.names.keyAlias(`${store.name}-replica`);
    const table = new StateTable(this, store.name, {
      tableName: this.names.table(store.name),
      ...{ location, encryptionKeyArn: key.arn },
      copy: store.replica && { ...store.replica, keyAlias, keyDeletionWindowDays },
      copiedElsewhere: regional !== undefined,
      ...store,
    });
    if (store.backup) this.kept.push({ kind: "table", arn: table.tableArn, key });
    return table;
  }

  private makeReplica(store: KeyValueStore, key: Key, of: Location): TableReplica {
    return new TableReplica(this, store.name, {
      tableName: this.names.table(store.name),
      ...{ of, location: this.props.location, encryptionKeyArn: key.arn },
      indexNames: store.indexes.map(({ name }) => name),
      deletionProtection: store.deletionProtection,
    });
  }

  /** What of the service two regions have; undefined where it is in one. */
  protected get regionalProps(): RegionalProps | undefined {
    const { regional } = this.props;
    return regional && { ...regional, name: this.names.regionAlarm };
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

  /** To a service's own code, of each store what it declares, its secrets and its models, the endpoints that it asks and the events that it publishes. */
  protected grantStores({ tables, buckets }: Stores, grantee: Grantee): void {
    const { service } = this.props;
    this.secrets?.read(grantee);
    this.published.grant(grantee);
    for (const endpoint of this.asked()) endpoint.invoke(grantee);
    if (service.models.length > 0)
      grantee.allow(...modelGrants(service.models, this.props.location));
    keyValueStores(service).forEach(({ access }, index) =>
      tables[index]?.grants.only(access, grantee),
    );
    objectStores(service).forEach(({ access }, index) =>
      buckets[index]?.grants.only(access, grantee),
    );
  }

  /** The endpoints that its code asks. */
  private asked(): readonly EndpointGrants[] {
    const { service, endpoints } = this.props;
    return service.invokes.map((name) => {
      const endpoint = endpoints?.get(name);
      if (endpoint !== undefined) return endpoint;
      throw new Error(`${service.name}: expected an endpoint of ${name}, which its rules ask for`);
    });
  }

  /** To a service's own code, as what it comes from in the network. */
  protected connectStores(
    { databases, caches, files }: Stores,
    client: () => MountingClient,
  ): void {
    for (const store of [...databases, ...caches]) store.grants.connect(client());
    for (const store of files) store.connect(client());
  }

  /** By which code finds its stores, its secrets, its models, the endpoints that it asks and where it publishes events, and what it is. */
  protected variables(stores: Stores): Record<string, string> {
    const { service } = this.props;
    return {
      ...storeVariables(stores),
      ...this.secrets?.variables,
      ...modelVariables(service.models),
      ...this.published.variables,
      ...Object.assign({}, ...this.asked().map((endpoint) => endpoint.variables)),
      SERVICE: service.name,
      ENVIRONMENT: service.environment,
    };
  }

  /** Where secrets, the outbox and their keys stand in the declaration. */
  protected traceSecrets(): void {
    const { service } = this.props;
    const key = this.node.tryFindChild("secrets-key");
    if (key) cameFrom(key, service, "secrets");
    for (const part of [this.outbox, this.node.tryFindChild(`${OUTBOX}-key`)])
      if (part) cameFrom(part, service, OUTBOX);
    for (const secret of this.secrets?.secrets ?? [])
      cameFrom(secret, service, `secrets.${secret.node.id}`);
  }

  /** Where stores and their key stand in the declaration. */
  protected traceStores({ tables, buckets, databases, caches, files }: Stores, key: Key): void {
    const { service } = this.props;
    cameFrom(key, service, "stores");
    for (const store of [...tables, ...buckets, ...databases, ...caches, ...files])
      cameFrom(store, service, `stores.${store.node.id}`);
  }
}
