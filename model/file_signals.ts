import { cloudWatch, count } from "./cloud_watch";
import type { CloudWatchSignal } from "./signal";

/** CloudWatch tells file systems apart by an id that AWS makes up: the tag `Name`, which YACE puts on each series, is ours. */
const onFiles = cloudWatch({
  namespace: "AWS/EFS",
  dimensions: ["FileSystemId"],
  label: "tag_Name",
  resource: "fileSystem",
  emittedBy: "the file system, each minute in which something is connected to it",
});

const bytes = { ...count, unit: "bytes" } as const;

/**
 * What CloudWatch knows of a file system. What it holds is none of it: EFS counts that by class and four times an hour.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/efs-metrics.html
 */
export const fileSignals = {
  fileConnections: onFiles({
    ...count,
    metric: "ClientConnections",
    description: "What is connected to the file system: each task, function instance or machine.",
  }),
  fileRead: onFiles({
    ...bytes,
    metric: "DataReadIOBytes",
    description: "Bytes that were read from files.",
  }),
  fileWritten: onFiles({
    ...bytes,
    metric: "DataWriteIOBytes",
    description: "Bytes that were written to files.",
  }),
  fileMetadata: onFiles({
    ...bytes,
    metric: "MetadataIOBytes",
    description: "Bytes by which files were listed, found and locked.",
  }),
  fileOperations: onFiles({
    ...{ metric: "PercentIOLimit", statistic: "Maximum", unit: "percent" },
    ...{ semantics: "gauge", nilToZero: false },
    description: "How much of the operations a second that it may do the file system does.",
  }),
} satisfies Record<string, CloudWatchSignal>;
