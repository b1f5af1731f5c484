import { nameIn } from "../../../model/cells/view";
import { countsAtEdge } from "../../../model/indicators/availability";
import type { RenderedFile } from "../../../model/output";
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
import type { Sli } from "../sli";
import type { Slo } from "../slo";
import { apiThroughputStories, availabilityStories } from "./api_stories";
import { balancedStories, balancedThroughputStories } from "./balanced_stories";
import { awsStories } from "./aws_stories";
import { businessStories } from "./business_stories";
import { cacheHitStories, edgeAvailabilityStories } from "./edge_stories";
import { graphqlStories, graphqlThroughputStories } from "./graphql_stories";
import { asyncInferenceStories, inferenceStories } from "./inference_stories";
import { freshnessStories } from "./freshness_stories";
import { googleStories } from "./google_stories";
import { googleLatencyStories } from "./latency_stories";
import { jobStories } from "./job_stories";
import { storyCase, type Story } from "./lost_message";
import { hourlyCases } from "./hourly";
import { hourlyFile, promtoolFile } from "./promtool";
import { replicationStories } from "./replication_stories";
import { scenarios } from "./scenarios";
import type { TestCase } from "./test_case";
import { throughputStories } from "./throughput_stories";
import { workflowStories } from "./workflow_stories";

/** The rules' own tests, for `promtool test rules`; every expected time and value is computed from the declaration. */
export const renderRuleTests = (service: Service, slos: readonly Slo[]): RenderedFile[] => [
  promtoolFile(nameIn(service.cell, service.name), slos.flatMap(testCases)),
  hourlyFile(nameIn(service.cell, service.name), slos.flatMap(hourlyCases)),
];

/** Those of one SLO; they need no other one's rules. */
export const testCases = (slo: Slo): TestCase[] => [
  ...scenarios(slo),
  ...storiesOf(slo).map((story) => storyCase(slo, story)),
];

/** Stories tell of single events; where minutes are judged by many, they would tell of nothing. */
function storiesOf({ service, objective, sli }: Slo): readonly Story[] {
  if (objective.sli === "replication") return replicationStories(objective);
  if (objective.sli === "business") return sli.slices ? [] : businessStories(objective);
  if (isContentDelivery(service) || countsAtEdge(objective))
    return sli.slices ? [] : storiesOfDelivery(objective);
  if (isInference(service)) return storiesOfInference(service, objective, sli);
  return isRequestDriven(service)
    ? storiesOfRequests(objective, sli)
    : storiesOfOthers(service, objective, sli);
}

function storiesOfOthers(service: Service, objective: Objective, sli: Sli): readonly Story[] {
  if (isGraphql(service)) return storiesOfGraphql(objective, sli);
  return mayBeBalanced(service)
    ? storiesOfBalanced(objective, sli)
    : storiesOfEvents(service, objective, sli);
}

const storiesOfDelivery = ({ sli }: Objective): readonly Story[] =>
  sli === "cacheHit" ? cacheHitStories : edgeAvailabilityStories;

function storiesOfRequests(objective: Objective, { slices }: Sli): readonly Story[] {
  if (objective.sli === "availability") return slices ? [] : availabilityStories;
  return objective.sli === "throughput" ? apiThroughputStories(objective) : [];
}

function storiesOfInference(
  service: Service,
  { sli }: Objective,
  { slices }: Sli,
): readonly Story[] {
  if (sli === "freshness") return freshnessStories(service);
  if (slices) return [];
  return sli === "success" ? asyncInferenceStories : inferenceStories;
}

function storiesOfGraphql(objective: Objective, { slices }: Sli): readonly Story[] {
  if (objective.sli === "availability") return slices ? [] : graphqlStories;
  return objective.sli === "throughput" ? graphqlThroughputStories(objective) : [];
}

function storiesOfBalanced(objective: Objective, { slices }: Sli): readonly Story[] {
  if (objective.sli === "availability") return slices ? [] : balancedStories;
  return objective.sli === "throughput" ? balancedThroughputStories(objective) : [];
}

function storiesOfEvents(
  service: Service,
  objective: Objective,
  { slices }: Sli,
): readonly Story[] {
  const { cloud } = service;
  switch (objective.sli) {
    case "success":
      if (slices) return [];
      if (isWorkflow(service)) return workflowStories;
      if (isBatch(service)) return jobStories;
      return cloud === "aws" ? awsStories : googleStories;
    case "freshness":
      return freshnessStories(service);
    case "latency":
      return cloud === "aws" ? [] : googleLatencyStories(objective);
    case "throughput":
      return throughputStories(cloud, objective);
    default:
      return [];
  }
}
