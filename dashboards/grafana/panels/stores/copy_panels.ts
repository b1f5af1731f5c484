import type { ObjectStore, Service } from "../../../../model/service";
import type { CloudWatchSignal } from "../../../../model/signal";
import { awsSignals } from "../../../../model/signals";
import type { Replica } from "../../../../model/stores/object_settled";
import { max, maximumOverTime } from "../../../promql";
import type { PanelSpec, Target } from "../../panel";
import { boardSignal, boardStores, RATE_INTERVAL } from "../../selectors";
import type { ShownStore } from "./shown_store";

const { replicationLatency, replicationOperations, replicationFailures } = awsSignals;
const { replicationBytes } = awsSignals;

/** How far a store's copy in another region is behind, and what waits for it or failed. */
export function copyPanels(
  shown: ShownStore,
  store: ObjectStore,
  { region }: Replica,
): PanelSpec[] {
  const title = `${shown.title}: copy in ${region}`;
  return [
    {
      id: shown.id + 4,
      title: `${title}, behind`,
      description: replicationLatency.description,
      unit: "s",
      ...limitsOf(shown.service, store),
      targets: [highest(shown, replicationLatency, "behind")],
    },
    {
      id: shown.id + 5,
      title: `${title}, operations`,
      description: `${replicationOperations.description} ${replicationFailures.description}`,
      unit: "short",
      targets: [
        highest(shown, replicationOperations, "wait"),
        highest(shown, replicationFailures, "failed in a minute"),
      ],
    },
    {
      id: shown.id + 6,
      title: `${title}, bytes`,
      description: replicationBytes.description,
      unit: "bytes",
      targets: [highest(shown, replicationBytes, "wait")],
    },
  ];
}

/** The copies of all stores beside one another. */
export const everyCopy = (services: readonly Service[]): PanelSpec[] => [
  {
    id: 114,
    title: "Behind by copy",
    description: `Of each object store that another region has a copy of. ${replicationLatency.description}`,
    unit: "s",
    targets: [highestOf(services, replicationLatency, "behind")],
  },
  {
    id: 115,
    title: "Failed by copy",
    description: `In a minute, of each object store. ${replicationFailures.description}`,
    unit: "short",
    targets: [highestOf(services, replicationFailures, "failed")],
  },
];

/** The strictest of what objectives allow. */
function limitsOf({ objectives }: Service, { name }: ObjectStore): Pick<PanelSpec, "limits"> {
  const allowed = objectives.flatMap((objective) =>
    objective.sli === "replication" && objective.store === name ? [objective.thresholdSeconds] : [],
  );
  return allowed.length === 0 ? {} : { limits: [{ from: Math.min(...allowed), color: "red" }] };
}

const highest = (
  { service, store }: ShownStore,
  signal: CloudWatchSignal,
  legend: string,
): Target => ({
  expr: max(maximumOverTime(boardSignal(signal, service, store.name), RATE_INTERVAL)),
  legend,
});

const highestOf = (
  services: readonly Service[],
  signal: CloudWatchSignal,
  legend: string,
): Target => ({
  expr: max(maximumOverTime(boardStores(signal, services), RATE_INTERVAL), [signal.label]),
  legend: `${legend} {{${signal.label}}}`,
});
