import { Decimal } from "decimal.js";
import type { ObjectiveDeclaration, ServiceDeclaration, WorkloadKind } from "../declaration";
import { settleObjective, type Indicator, type Objective } from "../indicators";
import type { Noticing } from "./noticed";

/**
 * The indicators whose numbers an alarm of CloudWatch can make by itself, by workload. Not among them: what is carried from minute to
 * minute, as lost events are, and what is counted minute by minute and then added up, as what fails of a GraphQL API is: an alarm adds up
 * each metric over its window first.
 */
const WATCHED: Readonly<Record<WorkloadKind, readonly Indicator[]>> = {
  requestDriven: ["availability", "latency"],
  eventDriven: ["latency", "freshness"],
  graphql: ["latency"],
  containerService: ["availability", "latency"],
  virtualMachines: ["availability", "latency"],
  contentDelivery: [],
  workflow: [],
  batch: [],
  inference: ["availability", "latency"],
};

/** Whether an alarm of CloudWatch can judge an objective of such a workload. */
export const isWatched = (kind: WorkloadKind, { sli }: { readonly sli: Indicator }): boolean =>
  WATCHED[kind].includes(sli);

/** As people read it: `"availability" or "latency"`. */
export const watchedText = (kind: WorkloadKind): string =>
  WATCHED[kind].map((sli) => JSON.stringify(sli)).join(" or ");

/** The objectives that take a new version back: those named, else all that can be judged. */
export function watchedObjectives({
  workload,
  objectives,
}: ServiceDeclaration): readonly ObjectiveDeclaration[] {
  const named = "rollout" in workload ? workload.rollout?.objectives : undefined;
  return objectives.filter(
    (one) => isWatched(workload.kind, one) && (named === undefined || named.includes(one.name)),
  );
}

/** What alarms of them ask for, where a new version that fails its calls is what they see; the age of what waits is not. */
export const noticingOf = (service: ServiceDeclaration): readonly (Noticing & { name: string })[] =>
  watchedObjectives(service).flatMap((declared) => {
    const objective = settleObjective(declared, "aws");
    return objective.sli === "freshness"
      ? []
      : [
          {
            name: objective.name,
            budget: objective.budget,
            window: objective.window,
            allowedPercent: allowedPercent(objective),
            perDay: new Decimal(service.traffic.averagePerSecond).times(86_400),
          },
        ];
  });

/** Percent of a minute's calls beyond which it is bad; undefined: each call is counted. */
function allowedPercent(objective: Objective): number | undefined {
  const sliceTarget = "sliceTarget" in objective ? objective.sliceTarget : undefined;
  return sliceTarget && new Decimal(100).minus(sliceTarget).toNumber();
}
