import { cloudWatch, count } from "./cloud_watch";
import type { CloudWatchSignal } from "./signal";

/** By the cluster: of its instances those that do most. */
const onDatabase = cloudWatch({
  namespace: "AWS/RDS",
  dimensions: ["DBClusterIdentifier"],
  label: "dimension_DBClusterIdentifier",
  resource: "databaseCluster",
  emittedBy: "the cluster's instances, each minute in which they are not paused",
});

const onCache = cloudWatch({
  namespace: "AWS/ElastiCache",
  dimensions: ["clusterId"],
  label: "dimension_clusterId",
  resource: "serverlessCache",
  emittedBy: "the cache, each minute",
});

/** A level of which CloudWatch says nothing while a database is paused. */
const level = { statistic: "Maximum", semantics: "gauge", nilToZero: false } as const;

/** What CloudWatch knows of a relational database. */
export const relationalSignals = {
  relationalCapacity: onDatabase({
    ...{ ...level, unit: "count" },
    metric: "ServerlessDatabaseCapacity",
    description: "Capacity units that the largest instance has; they are what it costs.",
  }),
  relationalUtilization: onDatabase({
    ...{ ...level, unit: "percent" },
    metric: "ACUUtilization",
    description: "How much of the most capacity that it may have an instance has.",
  }),
  relationalConnections: onDatabase({
    ...{ ...level, unit: "count" },
    metric: "DatabaseConnections",
    description: "Connections to the instance that has most.",
  }),
  relationalCommitLatency: onDatabase({
    ...{ ...level, statistic: "Average", unit: "milliseconds" },
    metric: "CommitLatency",
    description: "How long a transaction takes to be kept, on average.",
  }),
  relationalReplicaLag: onDatabase({
    ...{ ...level, unit: "milliseconds" },
    metric: "AuroraReplicaLagMaximum",
    description: "How far the reader that is furthest behind is behind the instance that writes.",
  }),
  relationalDeadlocks: onDatabase({
    ...{ ...level, unit: "count" },
    metric: "Deadlocks",
    description:
      "Transactions a second that waited for one another, of which the database ended one.",
  }),
} satisfies Record<string, CloudWatchSignal>;

/** What CloudWatch knows of a cache. */
export const cacheSignals = {
  storedHits: onCache({
    ...count,
    metric: "CacheHits",
    description: "Reads that the cache answered with what it held.",
  }),
  storedMisses: onCache({
    ...count,
    metric: "CacheMisses",
    description: "Reads of what the cache did not hold.",
  }),
  storedThrottles: onCache({
    ...count,
    metric: "ThrottledCmds",
    description: "Commands that the cache slowed, since it works as much as it may.",
  }),
  storedEvictions: onCache({
    ...count,
    metric: "Evictions",
    description: "Keys that the cache dropped before their time, since it holds as much as it may.",
  }),
  storedWork: onCache({
    ...count,
    metric: "ElastiCacheProcessingUnits",
    description: "Processing units that commands took; they are what it costs.",
  }),
  storedBytes: onCache({
    ...{ ...level, unit: "bytes" },
    metric: "BytesUsedForCache",
    description: "What the cache holds.",
  }),
} satisfies Record<string, CloudWatchSignal>;
