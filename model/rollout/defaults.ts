import type { ServiceDeclaration } from "../declaration";
import { seconds } from "../duration";
import type { RolloutDeclaration } from "./declaration";
import { leastInterval } from "./noticed";
import type { Rollout, Shift } from "./settled";
import { noticingOf, watchedObjectives } from "./watched";

export const DEFAULT_PERCENT = 10;

/** No step that nobody could look at is worth its name. */
const FLOOR_MINUTES = 5;

/** What a service declares of its new versions; undefined: nothing, or of what has none. */
export const declaredRollout = ({
  workload,
}: ServiceDeclaration): RolloutDeclaration | undefined =>
  "rollout" in workload ? workload.rollout : undefined;

/** The rollout of a service whose rules hold; undefined: new versions take over at once, as Terraform applies them. */
export function settleRollout(service: ServiceDeclaration): Rollout | undefined {
  const declared = declaredRollout(service);
  const strategy = declared?.strategy;
  if (declared === undefined || strategy === "blueGreen" || strategy === "shadow") return undefined;
  return {
    strategy: declared.strategy as Rollout["strategy"],
    shift: settleShift(service, declared),
    objectives: watchedObjectives(service).map(({ name }) => name),
  };
}

export function settleShift(
  service: ServiceDeclaration,
  { strategy, percent = DEFAULT_PERCENT, interval }: RolloutDeclaration,
): Shift | undefined {
  if (strategy !== "canary" && strategy !== "linear") return undefined;
  const least = leastInterval(strategy, percent, noticingOf(service)) ?? 0;
  const derived = Math.max(FLOOR_MINUTES, least);
  return { percent, intervalMinutes: interval === undefined ? derived : seconds(interval) / 60 };
}
