import type { CloudWatchSignal } from "../../../../model/signal";
import { awsSignals } from "../../../../model/signals";
import { max, maximumOverTime } from "../../../promql";
import type { PanelSpec, Target } from "../../panel";
import { boardSignal, perSecond, RATE_INTERVAL } from "../../selectors";
import type { ShownStore } from "./shown_store";

const { relationalCapacity, relationalUtilization } = awsSignals;
const { relationalConnections, relationalCommitLatency } = awsSignals;
const { relationalReplicaLag, relationalDeadlocks } = awsSignals;
const { storedHits, storedMisses, storedThrottles, storedWork, storedBytes } = awsSignals;
const { storedEvictions } = awsSignals;

/** Of a relational database. */
export const relationalPanels = (shown: ShownStore): PanelSpec[] => [
  panel(shown, 0, "connections", "short", [level(shown, relationalConnections, "connections")]),
  panel(shown, 1, "time of a commit", "ms", [level(shown, relationalCommitLatency, "average")]),
  panel(shown, 2, "used of its limit", "percent", [level(shown, relationalUtilization, "used")]),
  panel(shown, 3, "capacity", "short", [level(shown, relationalCapacity, "units")]),
  panel(shown, 4, "deadlocks", "cps", [level(shown, relationalDeadlocks, "deadlocks")]),
  panel(shown, 5, "readers behind", "ms", [level(shown, relationalReplicaLag, "behind")]),
];

/** Of a cache. */
export const cachePanels = (shown: ShownStore): PanelSpec[] => [
  panel(shown, 0, "reads", "reqps", [
    flow(shown, storedHits, "hits"),
    flow(shown, storedMisses, "misses"),
  ]),
  panel(shown, 1, "holds", "bytes", [level(shown, storedBytes, "bytes")]),
  panel(shown, 2, "slowed", "reqps", [flow(shown, storedThrottles, "throttled")]),
  panel(shown, 3, "work", "cps", [flow(shown, storedWork, "processing units")]),
  panel(shown, 4, "dropped", "cps", [flow(shown, storedEvictions, "keys")]),
];

interface Shown extends Target {
  readonly says: string;
}

export const panel = (
  { id, title }: ShownStore,
  place: number,
  what: string,
  unit: string,
  shown: readonly Shown[],
): PanelSpec => ({
  ...{ id: id + place, title: `${title}: ${what}`, unit },
  description: shown.map(({ says }) => says).join(" "),
  targets: shown.map(({ expr, legend }) => ({ expr, legend })),
});

export const level = (
  { service, store }: ShownStore,
  signal: CloudWatchSignal,
  legend: string,
): Shown => ({
  expr: max(maximumOverTime(boardSignal(signal, service, store.name), RATE_INTERVAL), []),
  ...{ legend, says: signal.description },
});

export const flow = (
  { service, store }: ShownStore,
  signal: CloudWatchSignal,
  legend: string,
): Shown => ({
  expr: perSecond(signal, boardSignal(signal, service, store.name)),
  ...{ legend, says: signal.description },
});
