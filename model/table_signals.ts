import { cloudWatch, count } from "./cloud_watch";
import type { CloudWatchSignal } from "./signal";

const table = {
  namespace: "AWS/DynamoDB",
  label: "dimension_TableName",
  resource: "table",
  emittedBy: "every request to the table",
} as const;

const onOperation = cloudWatch({ ...table, dimensions: ["TableName", "Operation"] });

/** Capacity is of the whole table: no operation has its own, and each index has one beside it. */
const onTable = cloudWatch({ ...table, dimensions: ["TableName"] });

/** What CloudWatch knows of a table. */
export const tableSignals = {
  tableRequests: onOperation({
    metric: "SuccessfulRequestLatency",
    statistic: "SampleCount",
    unit: "count",
    semantics: "periodSum",
    nilToZero: true,
    description: "Requests that the table answered, by operation.",
  }),
  tableLatency: onOperation({
    metric: "SuccessfulRequestLatency",
    statistic: "p99",
    unit: "milliseconds",
    semantics: "gauge",
    nilToZero: false,
    description: "Time that 99 of 100 requests to the table stay under, by operation.",
  }),
  tableThrottles: onOperation({
    ...count,
    metric: "ThrottledRequests",
    description: "Requests that the table refused for now, by operation.",
  }),
  tableErrors: onOperation({
    ...count,
    metric: "SystemErrors",
    description: "Requests that failed inside the table's service, by operation.",
  }),
  tableReadUnits: onTable({
    ...count,
    metric: "ConsumedReadCapacityUnits",
    description: "Read units that requests used up: one is up to 4 KB read.",
  }),
  tableWriteUnits: onTable({
    ...count,
    metric: "ConsumedWriteCapacityUnits",
    description: "Write units that requests used up: one is up to 1 KB written.",
  }),
} satisfies Record<string, CloudWatchSignal>;
