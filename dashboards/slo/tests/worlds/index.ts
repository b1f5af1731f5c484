import type { SettledAvailability } from "../../../../model/indicators/availability";
import type { SettledBudgeting } from "../../../../model/indicators/budgeting";
import type { SettledReplication } from "../../../../model/indicators/replication";
import type { SettledThroughput } from "../../../../model/indicators/throughput";
import {
  isBatch,
  isContentDelivery,
  isGraphql,
  isInference,
  isRequestDriven,
  isWorkflow,
  mayBeBalanced,
  type Objective,
  type Service,
} from "../../../../model/service";
import type { Slo } from "../../slo";
import { apiAvailabilityWorld } from "./availability";
import { apiThroughputWorld } from "./api_throughput";
import { balancedAvailabilityWorld, balancedThroughputWorld } from "./balanced_requests";
import { businessWorld } from "./business";
import { cacheHitWorld, edgeAvailabilityWorld } from "./edge";
import { inferenceAvailabilityWorld, inferenceSuccessWorld } from "./inference_requests";
import { graphqlAvailabilityWorld, graphqlThroughputWorld } from "./graphql_requests";
import { freshnessWorld } from "./freshness";
import { jobSuccessWorld } from "./job_endings";
import { awsLatencyWorld, googleLatencyWorld } from "./latency";
import { replicationWorld } from "./replication";
import { slicedWorld } from "./slices";
import { awsSuccessWorld, googleSuccessWorld } from "./success";
import { throughputWorld } from "./throughput";
import { workflowSuccessWorld } from "./workflow_executions";
import type { World } from "./world";

export { input, type InputSeries, type World } from "./world";

/** How an SLO's cloud shows what happens to what it counts. */
export const worldOf = ({ service, objective }: Slo): World =>
  objective.sli === "replication"
    ? replicationWorld(service, objective)
    : worldOfWorkload(service, objective);

function worldOfWorkload(
  service: Service,
  objective: Exclude<Objective, SettledReplication>,
): World {
  const isAws = service.cloud === "aws";
  switch (objective.sli) {
    case "availability":
      return sliced(availabilityWorld(service, objective), objective);
    case "cacheHit":
      return sliced(cacheHitWorld(service), objective);
    case "success":
      return sliced(successWorld(service), objective);
    case "freshness":
      return freshnessWorld(service, objective);
    case "latency":
      return isAws
        ? awsLatencyWorld(service, objective)
        : sliced(googleLatencyWorld(service, objective), objective);
    case "throughput":
      return throughputOf(service, objective);
    case "business":
      return sliced(businessWorld(service, objective), objective);
  }
}

function throughputOf(service: Service, objective: SettledThroughput): World {
  if (isRequestDriven(service)) return apiThroughputWorld(service, objective);
  if (isGraphql(service)) return graphqlThroughputWorld(service, objective);
  return mayBeBalanced(service)
    ? balancedThroughputWorld(service, objective)
    : throughputWorld(service, objective);
}

function successWorld(service: Service): World {
  if (isWorkflow(service)) return workflowSuccessWorld(service);
  if (isBatch(service)) return jobSuccessWorld(service);
  if (isInference(service)) return inferenceSuccessWorld(service);
  return service.cloud === "aws" ? awsSuccessWorld(service) : googleSuccessWorld(service);
}

function availabilityWorld(service: Service, { at }: SettledAvailability): World {
  if (isContentDelivery(service) || at === "edge") return edgeAvailabilityWorld(service);
  if (isInference(service)) return inferenceAvailabilityWorld(service);
  if (isGraphql(service)) return graphqlAvailabilityWorld(service);
  return mayBeBalanced(service)
    ? balancedAvailabilityWorld(service)
    : apiAvailabilityWorld(service);
}

const sliced = (events: World, { sliceTarget }: SettledBudgeting): World =>
  sliceTarget === undefined ? events : slicedWorld(events, sliceTarget);
