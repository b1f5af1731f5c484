import { aws } from "./aws";
import { awsBatch } from "./aws_batch";
import { awsCost } from "./aws_cost";
import { awsData } from "./aws_data";
import { awsDns } from "./aws_dns";
import { awsEcs } from "./aws_ecs";
import { awsEdge } from "./aws_edge";
import { awsEvents } from "./aws_events";
import { awsGraphql } from "./aws_graphql";
import { awsIam } from "./aws_iam";
import { awsInference } from "./aws_inference";
import { awsNetwork } from "./aws_network";
import { awsRollout } from "./aws_rollout";
import { awsScaling } from "./aws_scaling";
import { awsStores } from "./aws_stores";
import { awsWorkflow } from "./aws_workflow";
import { google } from "./google";
import { googleCost } from "./google_cost";
import { googleData } from "./google_data";
import { googleNet } from "./google_net";
import { googleRun } from "./google_run";
import type { Breakage } from "./notation";
import { whole } from "./whole";

/** By fixture: every way to break it, at least one for each rule. */
export const breakages: readonly Breakage[] = [
  ...aws,
  ...awsBatch,
  ...awsCost,
  ...awsData,
  ...awsDns,
  ...awsEcs,
  ...awsEdge,
  ...awsEvents,
  ...awsGraphql,
  ...awsIam,
  ...awsInference,
  ...awsNetwork,
  ...awsRollout,
  ...awsScaling,
  ...awsStores,
  ...awsWorkflow,
  ...google,
  ...googleCost,
  ...googleData,
  ...googleNet,
  ...googleRun,
  ...whole,
];
