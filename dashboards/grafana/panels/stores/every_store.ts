import type { Service } from "../../../../model/service";
import type { Signal } from "../../../../model/signal";
import { awsSignals, googleSignals } from "../../../../model/signals";
import { max, maximumOverTime, type Matchers } from "../../../promql";
import type { PanelSpec, Target } from "../../panel";
import { boardStores, perSecond, RATE_INTERVAL } from "../../selectors";
import { p99 } from "../shared_panels";

/** Every store beside the others, so that the one that is slow, refuses or costs the most stands out. */
export const everyStore = (services: readonly Service[]): PanelSpec[] =>
  services.some(({ cloud }) => cloud === "aws") ? everyTable(services) : everyDatabase(services);

function everyTable(services: readonly Service[]): PanelSpec[] {
  const { tableLatency, tableThrottles, tableErrors, tableReadUnits, tableWriteUnits } = awsSignals;
  const slowest = maximumOverTime(boardStores(tableLatency, services), RATE_INTERVAL);
  return [
    {
      ...LATENCY,
      targets: [{ expr: max(slowest, [tableLatency.label]), legend: `{{${tableLatency.label}}}` }],
    },
    {
      ...FAILED,
      targets: [flow(services, tableThrottles, "throttled"), flow(services, tableErrors, "failed")],
    },
    {
      ...USED,
      description: `Read and write units a second that each table used up. ${USED.description}`,
      targets: [flow(services, tableReadUnits, "read"), flow(services, tableWriteUnits, "written")],
    },
  ];
}

function everyDatabase(services: readonly Service[]): PanelSpec[] {
  const { databaseLatency, databaseRequests, documentsRead, documentsWritten } = googleSignals;
  const { label } = databaseLatency;
  const latency = p99(boardStores(databaseLatency, services), [label]);
  return [
    { ...LATENCY, targets: [{ expr: latency, legend: `{{${label}}}`, exemplars: true }] },
    {
      ...FAILED,
      targets: [flow(services, databaseRequests, "not OK", { response_code: "!=OK" })],
    },
    {
      ...USED,
      description: `Documents a second that were read and written in each database. ${USED.description}`,
      targets: [flow(services, documentsRead, "read"), flow(services, documentsWritten, "written")],
    },
  ];
}

const LATENCY = {
  id: 101,
  title: "Latency by store (p99)",
  description: "Time that 99 of 100 requests stay under, of each store's slowest operation.",
  unit: "ms",
} as const;

const FAILED = {
  id: 102,
  title: "Refused and failed by store",
  description: "Requests a second that a store refused for now, and those that failed inside it.",
  unit: "reqps",
} as const;

const USED = {
  id: 103,
  title: "Used by store",
  description: "They are what the store costs.",
  unit: "cps",
} as const;

const flow = (
  services: readonly Service[],
  signal: Signal,
  legend: string,
  matchers: Matchers = {},
): Target => ({
  expr: perSecond(signal, boardStores(signal, services, matchers), [signal.label]),
  legend: `${legend} {{${signal.label}}}`,
});
