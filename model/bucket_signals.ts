import { cloudWatch, count } from "./cloud_watch";
import { REPLICA_REGION, type CloudWatchSignal } from "./signal";

const onBucket = cloudWatch({
  namespace: "AWS/S3",
  dimensions: ["BucketName", "FilterId"],
  label: "dimension_BucketName",
  resource: "bucket",
  emittedBy: "the bucket's request metrics, with every request",
});

const replication = {
  namespace: "AWS/S3",
  dimensions: ["SourceBucket", "DestinationBucket", "RuleId"],
  label: "dimension_SourceBucket",
  resource: "replication",
  emittedBy: "the metrics of the replication rule, whether or not there is anything to copy",
} as const;

/**
 * S3 says in the region of the copy what is still to come there, and in that of the store what failed.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/repl-metrics.html
 */
const inCopy = cloudWatch({ ...replication, region: REPLICA_REGION });

const inStore = cloudWatch({
  ...replication,
  emittedBy: "the metrics of the replication rule, in minutes in which a copy fails",
});

/** A level at the end of a minute, of which CloudWatch may say nothing. */
const level = { statistic: "Maximum", semantics: "gauge", nilToZero: false } as const;

/** What CloudWatch knows of a bucket whose requests it is asked to count. */
export const bucketSignals = {
  bucketRequests: onBucket({
    ...count,
    metric: "AllRequests",
    description: "Requests to the bucket, whatever they were answered.",
  }),
  bucketClientErrors: onBucket({
    ...count,
    metric: "4xxErrors",
    description: "Requests that the bucket answered with 4xx: what is not there, or not allowed.",
  }),
  bucketServerErrors: onBucket({
    ...count,
    metric: "5xxErrors",
    description: "Requests that failed inside S3, or that it refused for now (503).",
  }),
  bucketLatency: onBucket({
    metric: "FirstByteLatency",
    statistic: "p99",
    unit: "milliseconds",
    semantics: "gauge",
    nilToZero: false,
    description: "Time after which 99 of 100 requests to the bucket have their first byte.",
  }),
  bucketRead: onBucket({
    ...count,
    unit: "bytes",
    metric: "BytesDownloaded",
    description: "Bytes read.",
  }),
  bucketWritten: onBucket({
    ...count,
    unit: "bytes",
    metric: "BytesUploaded",
    description: "Bytes written.",
  }),
  replicationLatency: inCopy({
    ...level,
    unit: "seconds",
    metric: "ReplicationLatency",
    description: "Seconds by which the copy in another region is behind its store.",
  }),
  replicationBytes: inCopy({
    ...level,
    unit: "bytes",
    metric: "BytesPendingReplication",
    description: "Bytes that wait to be copied.",
  }),
  replicationOperations: inCopy({
    ...level,
    unit: "count",
    metric: "OperationsPendingReplication",
    description: "Writes, deletes and tags that wait to be copied.",
  }),
  replicationFailures: inStore({
    ...count,
    metric: "OperationsFailedReplication",
    description: "Writes, deletes and tags that S3 gave up to copy: it does not try again.",
  }),
} satisfies Record<string, CloudWatchSignal>;
