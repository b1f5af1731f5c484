import { Decimal } from "decimal.js";
import { z } from "zod";
import { windowDays } from "../burn";
import type { Cloud, WorkloadKind } from "../declaration";
import { kindOf } from "../leaves";
import { problemIf, type FieldProblem, type SettledBase, type Surroundings } from "./base";
import { availability, type AvailabilityObjective, type SettledAvailability } from "./availability";
import { cacheHit, type CacheHitObjective, type SettledCacheHit } from "./cache_hit";
import { business, type BusinessObjective, type SettledBusiness } from "./business";
import { countedProblems } from "./balanced";
import { servedProblems } from "./served";
import { freshness, type FreshnessObjective, type SettledFreshness } from "./freshness";
import { latency, type LatencyObjective, type SettledLatency } from "./latency";
import { replication, type ReplicationObjective, type SettledReplication } from "./replication";
import { success, type SettledSuccess, type SuccessObjective } from "./success";
import { throughput, type SettledThroughput, type ThroughputObjective } from "./throughput";

/** What an objective can be about. Each indicator is a file beside this one; a new one is a file and a line in each list. */
export type ObjectiveDeclaration =
  | AvailabilityObjective
  | SuccessObjective
  | FreshnessObjective
  | LatencyObjective
  | ThroughputObjective
  | CacheHitObjective
  | ReplicationObjective
  | BusinessObjective;

export type Objective =
  | SettledAvailability
  | SettledSuccess
  | SettledFreshness
  | SettledLatency
  | SettledThroughput
  | SettledCacheHit
  | SettledReplication
  | SettledBusiness;

export type Indicator = Objective["sli"];

export const INDICATORS: readonly Indicator[] = [
  "availability",
  "success",
  "freshness",
  "latency",
  "throughput",
  "cacheHit",
  "replication",
  "business",
];

export const objectiveShape = z.discriminatedUnion(
  "sli",
  [
    availability.shape,
    success.shape,
    freshness.shape,
    latency.shape,
    throughput.shape,
    cacheHit.shape,
    replication.shape,
    business.shape,
  ],
  {
    error: (issue) =>
      `expected ${INDICATORS.map((name) => JSON.stringify(name)).join(" or ")}, got ${kindOf(issue.input, "sli")}`,
  },
);

/** The workloads that emit what an indicator counts. */
const WORKLOADS: Readonly<Record<Indicator, readonly WorkloadKind[]>> = {
  availability: [
    "requestDriven",
    "containerService",
    "virtualMachines",
    "contentDelivery",
    "graphql",
    "inference",
  ],
  success: ["eventDriven", "workflow", "batch", "inference"],
  freshness: ["eventDriven", "workflow", "inference"],
  latency: [
    "eventDriven",
    "requestDriven",
    "containerService",
    "virtualMachines",
    "graphql",
    "workflow",
    "inference",
  ],
  throughput: ["eventDriven", "requestDriven", "containerService", "virtualMachines", "graphql"],
  cacheHit: ["contentDelivery"],
  replication: [
    "eventDriven",
    "requestDriven",
    "contentDelivery",
    "containerService",
    "virtualMachines",
    "graphql",
    "workflow",
    "batch",
    "inference",
  ],
  business: ["eventDriven", "requestDriven", "graphql", "workflow"],
};

/** What the fields of an objective mean to one another, to its service and to the cloud. */
export function objectiveProblems(
  objective: ObjectiveDeclaration,
  around: Surroundings,
): FieldProblem[] {
  const foreign = foreignProblem(objective, around.service.workload.kind);
  if (foreign !== undefined) return problemIf("sli", foreign);
  return [
    ...countedProblems(objective, around.service.workload),
    ...servedProblems(objective, around.service.workload),
    ...ownProblems(objective, around),
  ];
}

function foreignProblem({ sli }: ObjectiveDeclaration, kind: WorkloadKind): string | undefined {
  if (WORKLOADS[sli].includes(kind)) return undefined;
  const own = INDICATORS.filter((name) => WORKLOADS[name].includes(kind));
  const expected = own.map((name) => JSON.stringify(name)).join(" or ") || "no objective";
  return `expected ${expected} of a service that is ${kind}, got "${sli}", which is counted of ${WORKLOADS[sli].join(" and ")} services`;
}

function ownProblems(objective: ObjectiveDeclaration, around: Surroundings): FieldProblem[] {
  switch (objective.sli) {
    case "availability":
      return availability.problems(objective, around);
    case "success":
      return success.problems(objective);
    case "freshness":
      return freshness.problems();
    case "latency":
      return latency.problems(objective, around);
    case "throughput":
      return throughput.problems(objective, around);
    case "cacheHit":
      return cacheHit.problems(objective);
    case "replication":
      return replication.problems(objective, around);
    case "business":
      return business.problems(objective);
  }
}

export function settleObjective(objective: ObjectiveDeclaration, cloud: Cloud): Objective {
  const targetPercent = new Decimal(objective.target);
  const base = {
    name: objective.name,
    targetPercent,
    budget: new Decimal(100).minus(targetPercent).dividedBy(100),
    window: objective.window,
    windowDays: windowDays(objective.window),
    firstSteps: objective.firstSteps,
  };
  return settleIndicator(objective, base, cloud);
}

function settleIndicator(
  objective: ObjectiveDeclaration,
  base: SettledBase,
  cloud: Cloud,
): Objective {
  switch (objective.sli) {
    case "availability":
      return availability.settle(objective, base);
    case "success":
      return success.settle(objective, base);
    case "freshness":
      return freshness.settle(objective, base);
    case "latency":
      return latency.settle(objective, base, cloud);
    case "throughput":
      return throughput.settle(objective, base);
    case "cacheHit":
      return cacheHit.settle(objective, base);
    case "replication":
      return replication.settle(objective, base);
    case "business":
      return business.settle(objective, base);
  }
}

/** Whether what breaks a dependency's promise breaks another one with it. */
export function isBehind(dependency: ObjectiveDeclaration, own: ObjectiveDeclaration): boolean {
  if (dependency.sli === "availability" && own.sli === "availability") {
    return availability.isBehind(dependency, own);
  }
  if (dependency.sli === "success" && own.sli === "success") {
    return success.isBehind(dependency, own);
  }
  if (dependency.sli === "freshness" && own.sli === "freshness") {
    return freshness.isBehind(dependency, own);
  }
  return false;
}
