import type { ObjectStore } from "../../../../model/service";
import { awsSignals } from "../../../../model/signals";
import type { CloudWatchSignal } from "../../../../model/signal";
import { max, maximumOverTime } from "../../../promql";
import type { PanelSpec, Target } from "../../panel";
import { boardSignal, perSecond, RATE_INTERVAL } from "../../selectors";
import { copyPanels } from "./copy_panels";
import type { ShownStore } from "./shown_store";

const { bucketRequests, bucketLatency, bucketClientErrors, bucketServerErrors } = awsSignals;
const { bucketRead, bucketWritten } = awsSignals;

export const bucketPanels = (shown: ShownStore, store: ObjectStore): PanelSpec[] => [
  {
    id: shown.id,
    title: `${shown.title}: requests`,
    description: bucketRequests.description,
    unit: "reqps",
    targets: [flow(shown, bucketRequests, "requests")],
  },
  {
    id: shown.id + 1,
    title: `${shown.title}: latency (p99)`,
    description: bucketLatency.description,
    unit: "ms",
    dataLinks: shown.traces,
    targets: [{ expr: slowest(shown), legend: "first byte" }],
  },
  {
    id: shown.id + 2,
    title: `${shown.title}: refused and failed`,
    description: `${bucketClientErrors.description} ${bucketServerErrors.description}`,
    unit: "reqps",
    targets: [flow(shown, bucketClientErrors, "4xx"), flow(shown, bucketServerErrors, "5xx")],
  },
  {
    id: shown.id + 3,
    title: `${shown.title}: bytes`,
    description: `A second. ${bucketRead.description} ${bucketWritten.description}`,
    unit: "Bps",
    targets: [flow(shown, bucketRead, "read"), flow(shown, bucketWritten, "written")],
  },
  ...(store.replica === undefined ? [] : copyPanels(shown, store, store.replica)),
];

const slowest = ({ service, store }: ShownStore) =>
  max(maximumOverTime(boardSignal(bucketLatency, service, store.name), RATE_INTERVAL));

const flow = (
  { service, store }: ShownStore,
  signal: CloudWatchSignal,
  legend: string,
): Target => ({
  expr: perSecond(signal, boardSignal(signal, service, store.name)),
  legend,
});
