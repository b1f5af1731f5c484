// Which rule of cdk-nag judges which resource type: read from the package as npm publishes it.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const VERSION = "3.0.2";

export function facts() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "plinth-cdk-nag-"));
  try {
    const run = { cwd: folder, stdio: ["ignore", "ignore", "inherit"] };
    execFileSync("npm", ["pack", "--silent", `cdk-nag@${VERSION}`], run);
    execFileSync("tar", ["xzf", `cdk-nag-${VERSION}.tgz`], run);
    return read(path.join(folder, "package", "lib"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(lib) {
  const types = {};
  for (const { id, classes } of rules(path.join(lib, "rules")))
    for (const type of classes.flatMap(terraformTypes)) (types[type] ??= []).push(id);
  return { version: VERSION, types, names: names(path.join(lib, "packs")) };
}

/** A rule is a file; the CloudFormation classes that it tells apart are what it judges. */
function rules(folder) {
  return sources(folder)
    .filter((file) => path.basename(file) !== "index.js")
    .map((file) => ({ id: path.basename(file, ".js"), classes: classesIn(code(file)) }));
}

function classesIn(text) {
  const found = text.matchAll(/instanceof aws_([a-z0-9]+)_\d+\.Cfn(\w+)/g);
  return [...new Set([...found].map(([, service, name]) => `${service}.${name}`))];
}

/** The shorter name that the AWS Solutions pack gives a rule: SQS2 for SQSQueueSSE. */
function names(folder) {
  const pattern = /ruleSuffixOverride: '([\w-]+)'[^}]*?rule: \w+\.(\w+)/g;
  const found = code(path.join(folder, "aws-solutions.js")).matchAll(pattern);
  return Object.fromEntries([...found].map(([, name, rule]) => [rule, name]));
}

const sources = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => path.join(folder, name))
    .sort();

const code = (file) => readFileSync(file, "utf8").split("//# sourceMappingURL")[0];

/** `sqs.QueuePolicy` is `aws_sqs_queue_policy`; where the two differ, this says so. */
function terraformTypes(name) {
  const [service, resource] = name.split(".");
  const snake = resource.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
  return DIFFERENT[name] ?? [`aws_${SERVICES[service] ?? `${service}_`}${snake}`];
}

const SERVICES = {
  applicationautoscaling: "appautoscaling_",
  autoscaling: "",
  ec2: "",
  elasticloadbalancing: "",
  elasticloadbalancingv2: "",
  events: "cloudwatch_event_",
  kinesisanalytics: "kinesisanalyticsv2_",
  logs: "cloudwatch_",
  opensearchservice: "opensearch_",
  stepfunctions: "sfn_",
  timestream: "timestreamwrite_",
};

const DIFFERENT = {
  "apigateway.RestApi": ["aws_api_gateway_rest_api"],
  "apigateway.Deployment": ["aws_api_gateway_deployment"],
  "apigateway.Method": ["aws_api_gateway_method"],
  "apigateway.RequestValidator": ["aws_api_gateway_request_validator"],
  "apigateway.Stage": ["aws_api_gateway_stage"],
  "appsync.GraphQLApi": ["aws_appsync_graphql_api"],
  "cloud9.EnvironmentEC2": ["aws_cloud9_environment_ec2"],
  "cloudfront.StreamingDistribution": [],
  "cloudtrail.Trail": ["aws_cloudtrail"],
  "cloudwatch.Alarm": ["aws_cloudwatch_metric_alarm"],
  "docdb.DBCluster": ["aws_docdb_cluster"],
  "ec2.FlowLog": ["aws_flow_log"],
  "ec2.NetworkAclEntry": ["aws_network_acl_rule"],
  "ec2.SecurityGroupIngress": ["aws_security_group_rule", "aws_vpc_security_group_ingress_rule"],
  "ec2.VPC": ["aws_vpc"],
  "ec2.Volume": ["aws_ebs_volume"],
  "elasticache.CacheCluster": ["aws_elasticache_cluster"],
  "elasticbeanstalk.Environment": ["aws_elastic_beanstalk_environment"],
  "elasticloadbalancing.LoadBalancer": ["aws_elb"],
  "elasticloadbalancingv2.Listener": ["aws_lb_listener"],
  "elasticloadbalancingv2.LoadBalancer": ["aws_lb"],
  "events.EventBusPolicy": ["aws_cloudwatch_event_bus_policy"],
  "autoscaling.AutoScalingGroup": ["aws_autoscaling_group"],
  // What a role's policies are: written in it, beside it, or attached.
  "iam.ManagedPolicy": ["aws_iam_policy"],
  "iam.Policy": ["aws_iam_role_policy", "aws_iam_group_policy", "aws_iam_user_policy"],
  "iam.Role": ["aws_iam_role", "aws_iam_role_policy_attachment"],
  "iam.UserToGroupAddition": ["aws_iam_user_group_membership"],
  "kinesisanalytics.ApplicationV2": ["aws_kinesisanalyticsv2_application"],
  "kinesisfirehose.DeliveryStream": ["aws_kinesis_firehose_delivery_stream"],
  "lambda.EventInvokeConfig": ["aws_lambda_function_event_invoke_config"],
  "lambda.Url": ["aws_lambda_function_url"],
  "lex.Bot": ["aws_lexv2models_bot"],
  "lex.BotAlias": [],
  "mediastore.Container": ["aws_media_store_container"],
  "neptune.DBCluster": ["aws_neptune_cluster"],
  "neptune.DBInstance": ["aws_neptune_cluster_instance"],
  "rds.DBCluster": ["aws_rds_cluster"],
  "rds.DBInstance": ["aws_db_instance", "aws_rds_cluster_instance"],
  "rds.DBSecurityGroup": [],
  "rds.DBSecurityGroupIngress": [],
  "redshift.ClusterParameterGroup": ["aws_redshift_parameter_group"],
  "sagemaker.EndpointConfig": ["aws_sagemaker_endpoint_configuration"],
  "sam.Api": [],
  "sam.HttpApi": [],
  "secretsmanager.RotationSchedule": ["aws_secretsmanager_secret_rotation"],
  "secretsmanager.SecretTargetAttachment": [],
  "sns.Subscription": ["aws_sns_topic_subscription"],
  "wafv2.LoggingConfiguration": ["aws_wafv2_web_acl_logging_configuration"],
  "wafv2.WebACL": ["aws_wafv2_web_acl"],
  "wafv2.WebACLAssociation": ["aws_wafv2_web_acl_association"],
};
