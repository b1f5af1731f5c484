import type { CloudMonitoringSignal } from "../../../../model/signal";
import { googleSignals } from "../../../../model/signals";
import type { PanelSpec, Target } from "../../panel";
import { boardSignal, perSecond } from "../../selectors";
import { p99 } from "../shared_panels";
import type { ShownStore } from "./shown_store";

const { databaseRequests, databaseLatency, documentsRead, documentsWritten } = googleSignals;

export const databasePanels = (shown: ShownStore): PanelSpec[] => [
  {
    id: shown.id,
    title: `${shown.title}: requests`,
    description: databaseRequests.description,
    unit: "reqps",
    targets: [flow(shown, databaseRequests, "{{api_method}}", ["api_method"])],
  },
  latency(shown),
  {
    id: shown.id + 2,
    title: `${shown.title}: answers`,
    description: "Requests to the database by answer; all but OK were refused or failed.",
    unit: "reqps",
    targets: [flow(shown, databaseRequests, "{{response_code}}", ["response_code"])],
  },
  {
    id: shown.id + 3,
    title: `${shown.title}: documents`,
    description: `A second. ${documentsRead.description} ${documentsWritten.description} Each is paid for.`,
    unit: "cps",
    targets: [flow(shown, documentsRead, "read"), flow(shown, documentsWritten, "written")],
  },
];

const latency = ({ service, store, title, id, traces }: ShownStore): PanelSpec => ({
  id: id + 1,
  title: `${title}: latency (p99)`,
  description: databaseLatency.description,
  unit: "ms",
  dataLinks: traces,
  targets: [
    {
      expr: p99(boardSignal(databaseLatency, service, store.name), ["api_method"]),
      legend: "{{api_method}}",
      exemplars: true,
    },
  ],
});

const flow = (
  { service, store }: ShownStore,
  signal: CloudMonitoringSignal,
  legend: string,
  by: readonly string[] = [],
): Target => ({ expr: perSecond(signal, boardSignal(signal, service, store.name), by), legend });
