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
} from "../../../model/service";
import { awsSignals, googleSignals } from "../../../model/signals";
import { COUNTED, SLICED, type EventRecords, type RecordSelector, type Sli } from "../sli";
import { apiThroughput } from "./api_throughput";
import { apiAvailability } from "./availability";
import { awsSuccess } from "./aws_success";
import { balancedAvailability, balancedThroughput } from "./balanced_requests";
import { business } from "./business";
import { cacheHit, edgeAvailability } from "./edge_requests";
import { freshness } from "./freshness";
import { graphqlAvailability, graphqlThroughput } from "./graphql_requests";
import { googleSuccess } from "./google_success";
import { jobSuccess } from "./job_endings";
import { inferenceAvailability, inferenceSuccess } from "./inference_requests";
import { awsLatency, googleLatency } from "./latency";
import { replication } from "./replication";
import { inSlices } from "./slices";
import { awsThroughput, googleThroughput } from "./throughput";
import { workflowSuccess } from "./workflow_executions";

/** @returns the signals that see what an objective promises, on the service's cloud, counted as it says */
export function findSli(service: Service, objective: Objective, record: RecordSelector): Sli {
  const sliceTarget = "sliceTarget" in objective ? objective.sliceTarget : undefined;
  const counts = sliceTarget === undefined ? COUNTED : SLICED;
  const sli = ofStores(service, objective, record, counts);
  return sliceTarget === undefined || sli.slices ? sli : inSlices(sli, sliceTarget, record);
}

/** Copies are of stores, which every workload may have. */
const ofStores: Finder = (service, objective, record, counts) =>
  objective.sli === "replication"
    ? replication(service, objective)
    : ofWorkload(service)(service, objective, record, counts);

function ofWorkload(service: Service): Finder {
  if (isContentDelivery(service)) return ofDelivery;
  if (isRequestDriven(service)) return ofRequests;
  if (isGraphql(service)) return ofGraphql;
  if (isWorkflow(service)) return ofWorkflows;
  if (isBatch(service)) return ofJobs;
  if (isInference(service)) return ofInference;
  if (mayBeBalanced(service)) return ofBalanced;
  return service.cloud === "aws" ? onAws : onGoogle;
}

type Finder = (
  service: Service,
  objective: Objective,
  record: RecordSelector,
  counts: EventRecords,
) => Sli;

const onAws: Finder = (service, objective, record, counts) => {
  switch (objective.sli) {
    case "success":
      return awsSuccess(service, record, counts);
    case "freshness":
      return freshness(awsSignals.queueAge, awsSignals.queueAge, service, objective);
    case "latency":
      return awsLatency(service, objective);
    case "throughput":
      return awsThroughput(service, objective);
    case "business":
      return business(service, objective, record, counts);
    default:
      return undeclarable(service, objective);
  }
};

const ofRequests: Finder = (service, objective, record, counts) => {
  switch (objective.sli) {
    case "availability":
      return objective.at === "edge"
        ? edgeAvailability(service, record, counts)
        : apiAvailability(service, counts);
    case "latency":
      return awsLatency(service, objective);
    case "throughput":
      return apiThroughput(service, objective);
    case "business":
      return business(service, objective, record, counts);
    default:
      return undeclarable(service, objective);
  }
};

const ofGraphql: Finder = (service, objective, record, counts) => {
  switch (objective.sli) {
    case "availability":
      return graphqlAvailability(service, counts);
    case "throughput":
      return graphqlThroughput(service, objective);
    default:
      return ofRequests(service, objective, record, counts);
  }
};

const ofWorkflows: Finder = (service, objective, record, counts) =>
  objective.sli === "success"
    ? workflowSuccess(service, record, counts)
    : onAws(service, objective, record, counts);

const ofJobs: Finder = (service, objective, _, counts) =>
  objective.sli === "success" ? jobSuccess(service, counts) : undeclarable(service, objective);

const ofInference: Finder = (service, objective, _, counts) => {
  switch (objective.sli) {
    case "availability":
      return inferenceAvailability(service, counts);
    case "success":
      return inferenceSuccess(service, counts);
    case "latency":
      return awsLatency(service, objective);
    case "freshness":
      return freshness(awsSignals.backlogAge, awsSignals.backlogSize, service, objective);
    default:
      return undeclarable(service, objective);
  }
};

const ofBalanced: Finder = (service, objective, record, counts) => {
  switch (objective.sli) {
    case "availability":
      return balancedAvailability(service, record, counts);
    case "latency":
      return awsLatency(service, objective);
    case "throughput":
      return balancedThroughput(service, objective, record);
    default:
      return undeclarable(service, objective);
  }
};

const ofDelivery: Finder = (service, objective, record, counts) => {
  switch (objective.sli) {
    case "availability":
      return edgeAvailability(service, record, counts);
    case "cacheHit":
      return cacheHit(service, record, counts);
    default:
      return undeclarable(service, objective);
  }
};

/** @throws always: the declaration's rules keep such an objective out */
function undeclarable({ name, cloud, workload }: Service, { sli }: Objective): never {
  throw new Error(`${name}: no ${sli} of what is ${workload.kind} on ${cloud}`);
}

const onGoogle: Finder = (service, objective, record, counts) => {
  const { oldestUnacked, undelivered } = googleSignals;
  switch (objective.sli) {
    case "success":
      return googleSuccess(service, record, counts);
    case "freshness":
      return freshness(oldestUnacked, undelivered, service, objective);
    case "latency":
      return googleLatency(service, objective, record, counts);
    case "throughput":
      return googleThroughput(service, objective, record);
    case "business":
      return business(service, objective, record, counts);
    default:
      return undeclarable(service, objective);
  }
};
