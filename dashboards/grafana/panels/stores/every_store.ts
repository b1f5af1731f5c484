import {
  replicatedStores,
  type KeyValueStore,
  type ObjectStore,
  type Service,
} from "../../../../model/service";
import type { CloudMonitoringSignal, CloudWatchSignal, Signal } from "../../../../model/signal";
import { awsSignals, googleSignals } from "../../../../model/signals";
import { max, maximumOverTime, type Matchers } from "../../../promql";
import type { PanelSpec, Target } from "../../panel";
import type { Row } from "../../row";
import { boardStores, perSecond, RATE_INTERVAL } from "../../selectors";
import { p99 } from "../shared_panels";
import { everyCopy } from "./copy_panels";

/** Every store beside the others of its kind, so that the one that is slow, refuses or costs the most stands out. */
export function everyStore(services: readonly Service[]): Row[] {
  const isAws = services.some(({ cloud }) => cloud === "aws");
  return [
    ...rowOf(
      services,
      "keyValue",
      isAws ? "All tables" : "All databases",
      isAws ? tables : databases,
    ),
    ...rowOf(services, "object", "All object stores", buckets),
  ];
}

function rowOf(
  services: readonly Service[],
  kind: (KeyValueStore | ObjectStore)["kind"],
  title: string,
  panels: (services: readonly Service[]) => PanelSpec[],
): Row[] {
  const keeping = services.filter(({ stores }) => stores.some((store) => store.kind === kind));
  return keeping.length === 0 ? [] : [{ title, panels: panels(keeping) }];
}

function tables(services: readonly Service[]): PanelSpec[] {
  const { tableLatency, tableThrottles, tableErrors, tableReadUnits, tableWriteUnits } = awsSignals;
  return [
    { ...latency(101, "table"), targets: [slowest(services, tableLatency)] },
    {
      ...failed(102, "table"),
      targets: [flow(services, tableThrottles, "throttled"), flow(services, tableErrors, "failed")],
    },
    {
      ...used(103, "table"),
      description: "Read and write units a second that each table used up: they are what it costs.",
      targets: [flow(services, tableReadUnits, "read"), flow(services, tableWriteUnits, "written")],
    },
  ];
}

function databases(services: readonly Service[]): PanelSpec[] {
  const { databaseLatency, databaseRequests, documentsRead, documentsWritten } = googleSignals;
  return [
    { ...latency(101, "database"), targets: [slowestOf(services, databaseLatency)] },
    {
      ...failed(102, "database"),
      targets: [flow(services, databaseRequests, "not OK", { response_code: "!=OK" })],
    },
    {
      ...used(103, "database"),
      description:
        "Documents a second that were read and written in each database: they are what it costs.",
      targets: [flow(services, documentsRead, "read"), flow(services, documentsWritten, "written")],
    },
  ];
}

function buckets(services: readonly Service[]): PanelSpec[] {
  const { bucketLatency, bucketClientErrors, bucketServerErrors } = awsSignals;
  const { bucketRead, bucketWritten } = awsSignals;
  return [
    { ...latency(111, "object store"), targets: [slowest(services, bucketLatency)] },
    {
      ...failed(112, "object store"),
      targets: [
        flow(services, bucketClientErrors, "refused"),
        flow(services, bucketServerErrors, "failed"),
      ],
    },
    {
      ...used(113, "object store"),
      unit: "Bps",
      description: "Bytes a second that were read from each object store and written to it.",
      targets: [flow(services, bucketRead, "read"), flow(services, bucketWritten, "written")],
    },
    ...(services.some((service) => replicatedStores(service).length > 0)
      ? everyCopy(services)
      : []),
  ];
}

const latency = (id: number, kind: string) => ({
  id,
  title: `Latency by ${kind} (p99)`,
  description: `Time that 99 of 100 requests stay under, of each ${kind}'s slowest operation.`,
  unit: "ms",
});

const failed = (id: number, kind: string) => ({
  id,
  title: `Refused and failed by ${kind}`,
  description: `Requests a second that each ${kind} refused, and those that failed inside it.`,
  unit: "reqps",
});

const used = (id: number, kind: string) => ({ id, title: `Used by ${kind}`, unit: "cps" });

const slowest = (services: readonly Service[], signal: CloudWatchSignal): Target => ({
  expr: max(maximumOverTime(boardStores(signal, services), RATE_INTERVAL), [signal.label]),
  legend: `{{${signal.label}}}`,
});

const slowestOf = (services: readonly Service[], signal: CloudMonitoringSignal): Target => ({
  expr: p99(boardStores(signal, services), [signal.label]),
  legend: `{{${signal.label}}}`,
  exemplars: true,
});

const flow = (
  services: readonly Service[],
  signal: Signal,
  legend: string,
  matchers: Matchers = {},
): Target => ({
  expr: perSecond(signal, boardStores(signal, services, matchers), [signal.label]),
  legend: `${legend} {{${signal.label}}}`,
});
