import { awsNetworkNames, awsWatchNames } from "../../../model/names";
import { logGroupArn } from "../arn";
import { GRAPHQL_LOG_GROUPS } from "../graphql/graphql_logs";
import { butTheEdge, holding, holds, named, theEdge, type Reach, type Scope } from "./reach";

/** With what the names of log groups begin, before a stack's id, and the types whose logs are there. */
const LOG_GROUPS = {
  "/aws/batch/": "aws_batch_job_definition",
  "/aws/ec2/": "aws_autoscaling_group",
  "/aws/ecs/": "aws_ecs_service",
  "/aws/ecs/containerinsights/": "aws_ecs_cluster",
  "/aws/events/": "aws_batch_job_queue",
  "/aws/lambda/": "aws_lambda_function",
  "/aws/sagemaker/Endpoints/": "aws_sagemaker_endpoint",
  "/aws/rds/cluster/": "aws_rds_cluster",
  "/aws/vendedlogs/apis/": "aws_apigatewayv2_stage",
  "/aws/vendedlogs/states/": "aws_sfn_state_machine",
  "aws-waf-logs-": "aws_wafv2_web_acl_association",
} as const;

/** In the region of the edge. */
const EDGE_LOG_GROUPS = {
  "/aws/cloudfront/function/": "aws_cloudfront_function",
  "/aws/lambda-edge/": "aws_lambda_function",
  "/aws/vendedlogs/cloudfront/": "aws_cloudfront_distribution",
  "aws-waf-logs-": "aws_cloudfront_distribution",
} as const;

const groupsOf = (starts: Readonly<Record<string, string>>, reach: Reach): string[] =>
  Object.entries(starts).flatMap(([start, type]) =>
    named(({ location }, name) => logGroupArn(location, start + name))(holding(reach, [type])),
  );

/** AWS itself writes the others. */
const writtenByRoles = (reach: Reach): readonly string[] => [
  ...groupsOf(LOG_GROUPS, butTheEdge(reach)),
  ...environmentLogGroups(reach),
];

const logGroups = (reach: Reach): readonly string[] => [
  ...new Set([...groupsOf(EDGE_LOG_GROUPS, theEdge(reach)), ...writtenByRoles(reach)]),
];

/** Whose names hold the environment's alone, or an id that AWS gives. */
const environmentLogGroups = (reach: Reach): readonly string[] => {
  const { location, environment } = reach;
  return Object.entries({
    aws_appsync_graphql_api: `${logGroupArn(location, GRAPHQL_LOG_GROUPS)}:*`,
    aws_flow_log: `${logGroupArn(location, awsNetworkNames(environment).flowLogGroup)}*`,
    aws_prometheus_workspace: `${logGroupArn(location, awsWatchNames(environment).logGroup)}:*`,
  }).flatMap(([type, group]) => (holds(reach, type) ? [group] : []));
};

/** RDS writes the measurements of all machines of an account to the one group. */
const measurementLogs = (reach: Reach): readonly string[] =>
  holds(reach, "aws_rds_cluster_instance")
    ? [`${logGroupArn(reach.location, "RDSOSMetrics")}*`]
    : [];

/** Code behind caches runs in regions that AWS chooses. */
const logsBehindCaches = (reach: Reach): readonly string[] => {
  const edge = theEdge(reach);
  const everywhere = { ...edge, location: { ...edge.location, region: "*" } };
  return groupsOf({ "/aws/lambda-edge/": "aws_lambda_function" }, everywhere);
};

/** Log groups are known by their names, which say what writes to them. */
export const LOG_SCOPES = {
  logGroups: { resources: logGroups },
  /** What roles of services write to. */
  logsOfRoles: {
    resources: (reach) => [
      ...writtenByRoles(reach),
      ...logsBehindCaches(reach),
      ...measurementLogs(reach),
    ],
  },
} as const satisfies Readonly<Record<string, Scope>>;
