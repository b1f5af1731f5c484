import type { CacheStore, FileStore, RelationalStore } from "../../model/service";
import type { CloudWatchSignal } from "../../model/signal";
import { awsSignals } from "../../model/signals";
import { mostConnections } from "./connections";

export type NetworkedStore = RelationalStore | CacheStore | FileStore;

/** Why a ticket is written: a number that has been too high for so long. */
export interface Reason {
  readonly name: string;
  readonly signal: CloudWatchSignal;
  /** In the signal's unit, of a minute. */
  readonly over: number;
  readonly minutes: number;
  /** What is so, as the rest of "For 15m ...". */
  readonly says: string;
  /** Which panel shows it, of the store or of the edge's board. */
  readonly panel: number;
}

/** From how much of a limit on somebody should look. */
const NEARLY = 0.9;

/** Connections come in bursts, so there is more to spare. */
const NEARLY_ALL_CONNECTIONS = 0.8;

/** Readers of Aurora share the storage with the writer, and are milliseconds behind: a second is a fault. */
const LAG_MILLISECONDS = 1_000;

/** @see https://docs.aws.amazon.com/efs/latest/ug/limits.html */
export const MOST_CLIENTS = 25_000;

const GIGABYTE = 1e9;
const MINUTE = 60;

const { relationalUtilization, relationalConnections } = awsSignals;
const { relationalReplicaLag, relationalDeadlocks } = awsSignals;
const { fileOperations, fileConnections } = awsSignals;
const { storedBytes, storedWork, storedThrottles, storedEvictions } = awsSignals;

/** Of a relational database: in terms of what its declaration allows it. */
export const relationalReasons = ({ capacity, readers }: RelationalStore): Reason[] => [
  {
    ...{
      name: "capacity",
      signal: relationalUtilization,
      over: 100 * NEARLY,
      minutes: 15,
      panel: 2,
    },
    says: `an instance has had more than ${percent(NEARLY)} of the ${capacity.max} capacity units that it may have`,
  },
  {
    ...{ name: "connections", signal: relationalConnections, minutes: 5, panel: 0 },
    over: connectionLimit(capacity),
    says: `an instance has had more than ${connectionLimit(capacity)} connections, ${percent(NEARLY_ALL_CONNECTIONS)} of the ${mostConnections(capacity)} that it takes`,
  },
  {
    ...{ name: "deadlocks", signal: relationalDeadlocks, over: 0, minutes: 5, panel: 4 },
    says: "transactions have waited for one another, and the database has ended one of them each time",
  },
  ...(readers === 0 ? [] : [LAG]),
];

const LAG: Reason = {
  ...{ name: "replica_lag", signal: relationalReplicaLag, over: LAG_MILLISECONDS, minutes: 5 },
  says: "a reader has been more than a second behind the instance that writes",
  panel: 5,
};

/** Of a cache. */
export const cacheReasons = ({ storageGb, ecpuPerSecond }: CacheStore): Reason[] => [
  {
    ...{ name: "data", signal: storedBytes, minutes: 15, panel: 1 },
    over: NEARLY * storageGb * GIGABYTE,
    says: `the cache has held more than ${percent(NEARLY)} of the ${storageGb} GB that it may hold`,
  },
  {
    ...{ name: "processing", signal: storedWork, minutes: 15, panel: 3 },
    over: NEARLY * ecpuPerSecond * MINUTE,
    says: `the cache has worked more than ${percent(NEARLY)} of the ${ecpuPerSecond} processing units a second that it may work`,
  },
  {
    ...{ name: "throttled", signal: storedThrottles, over: 0, minutes: 5, panel: 2 },
    says: "the cache has slowed commands",
  },
  {
    ...{ name: "evictions", signal: storedEvictions, over: 0, minutes: 15, panel: 4 },
    says: "the cache has dropped keys before their time, since it holds as much as it may",
  },
];

/** Of a file system, which scales by itself as far as EFS lets any. */
const FILE_REASONS: readonly Reason[] = [
  {
    ...{ name: "operations", signal: fileOperations, over: 100 * NEARLY, minutes: 15, panel: 1 },
    says: `the file system has done more than ${percent(NEARLY)} of the operations a second that EFS lets one do`,
  },
  {
    ...{ name: "connections", signal: fileConnections, minutes: 5, panel: 0 },
    over: NEARLY_ALL_CONNECTIONS * MOST_CLIENTS,
    says: `more than ${NEARLY_ALL_CONNECTIONS * MOST_CLIENTS} have been connected to the file system, ${percent(NEARLY_ALL_CONNECTIONS)} of the ${MOST_CLIENTS} that EFS takes`,
  },
];

function percent(share: number): string {
  return `${100 * share}%`;
}

const connectionLimit = (capacity: RelationalStore["capacity"]): number =>
  Math.floor(NEARLY_ALL_CONNECTIONS * mostConnections(capacity));

export function reasonsOf(store: NetworkedStore): readonly Reason[] {
  if (store.kind === "file") return FILE_REASONS;
  return store.kind === "relational" ? relationalReasons(store) : cacheReasons(store);
}
