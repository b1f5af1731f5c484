import { cloudWatch, count } from "./cloud_watch";
import type { CloudWatchSignal } from "./signal";

const onBucket = cloudWatch({
  namespace: "AWS/S3",
  dimensions: ["BucketName", "FilterId"],
  label: "dimension_BucketName",
  resource: "bucket",
  emittedBy: "the bucket's request metrics, with every request",
});

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
} satisfies Record<string, CloudWatchSignal>;
