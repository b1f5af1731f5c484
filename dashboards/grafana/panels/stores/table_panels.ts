import type { CloudWatchSignal } from "../../../../model/signal";
import { awsSignals } from "../../../../model/signals";
import { max, maximumOverTime } from "../../../promql";
import type { PanelSpec, Target } from "../../panel";
import { boardSignal, perSecond, RATE_INTERVAL } from "../../selectors";
import type { ShownStore } from "./shown_store";

const { tableRequests, tableLatency, tableThrottles, tableErrors } = awsSignals;
const { tableReadUnits, tableWriteUnits } = awsSignals;

const BY_OPERATION = ["dimension_Operation"];
const OPERATION = "{{dimension_Operation}}";

export const tablePanels = (shown: ShownStore): PanelSpec[] => [
  {
    id: shown.id,
    title: `${shown.title}: requests`,
    description: tableRequests.description,
    unit: "reqps",
    targets: [flow(shown, tableRequests, OPERATION, BY_OPERATION)],
  },
  latency(shown),
  {
    id: shown.id + 2,
    title: `${shown.title}: refused and failed`,
    description: `${tableThrottles.description} ${tableErrors.description}`,
    unit: "reqps",
    targets: [
      flow(shown, tableThrottles, `throttled ${OPERATION}`, BY_OPERATION),
      flow(shown, tableErrors, `failed ${OPERATION}`, BY_OPERATION),
    ],
  },
  {
    id: shown.id + 3,
    title: `${shown.title}: capacity`,
    description: `A second. ${tableReadUnits.description} ${tableWriteUnits.description} Each is paid for.`,
    unit: "cps",
    targets: [
      flow(shown, tableReadUnits, "read units"),
      flow(shown, tableWriteUnits, "write units"),
    ],
  },
];

const latency = ({ service, store, title, id, traces }: ShownStore): PanelSpec => ({
  id: id + 1,
  title: `${title}: latency (p99)`,
  description: tableLatency.description,
  unit: "ms",
  dataLinks: traces,
  targets: [
    {
      expr: max(
        maximumOverTime(boardSignal(tableLatency, service, store.name), RATE_INTERVAL),
        BY_OPERATION,
      ),
      legend: OPERATION,
    },
  ],
});

const flow = (
  { service, store }: ShownStore,
  signal: CloudWatchSignal,
  legend: string,
  by: readonly string[] = [],
): Target => ({ expr: perSecond(signal, boardSignal(signal, service, store.name), by), legend });
