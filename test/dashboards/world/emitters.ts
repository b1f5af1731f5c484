import type { ResourceKind, Signal } from "../../../model/signal";
import { allSignals } from "../../../model/signals";
import { isCopy, isFound, sourceOf } from "./copies";
import type { Resource, World, YaceJob } from "./world";

/** The types of resources that emit signals. */
const TYPES: Readonly<Record<ResourceKind, string>> = {
  queue: "aws_sqs_queue",
  deadLetterQueue: "aws_sqs_queue",
  undeliveredQueue: "aws_sqs_queue",
  scheduleGroup: "aws_scheduler_schedule_group",
  function: "aws_lambda_function",
  functionLog: "aws_cloudwatch_log_metric_filter",
  jobsSucceeded: "aws_cloudwatch_log_metric_filter",
  jobsFailed: "aws_cloudwatch_log_metric_filter",
  table: "aws_dynamodb_table",
  api: "aws_apigatewayv2_api",
  graphqlApi: "aws_appsync_graphql_api",
  stateMachine: "aws_sfn_state_machine",
  endpoint: "aws_sagemaker_endpoint",
  model: "aws_sagemaker_endpoint",
  asyncEndpoint: "aws_sagemaker_endpoint",
  backlog: "aws_sagemaker_endpoint",
  endpointInstances: "aws_sagemaker_endpoint",
  endpointGpus: "aws_sagemaker_endpoint",
  distribution: "aws_cloudfront_distribution",
  edgeFunction: "aws_cloudfront_function",
  codeBehindCache: "aws_cloudfront_distribution",
  webAcl: "aws_wafv2_web_acl",
  cellFirewall: "aws_wafv2_web_acl",
  containers: "aws_ecs_service",
  // A group makes its machines and their disks, and gives them its tags.
  machines: "aws_autoscaling_group",
  machineDisks: "aws_autoscaling_group",
  machineGroup: "aws_autoscaling_group",
  targetGroup: "aws_lb_target_group",
  loadBalancer: "aws_lb",
  bucket: "aws_s3_bucket",
  replication: "aws_s3_bucket_replication_configuration",
  databaseCluster: "aws_rds_cluster",
  serverlessCache: "aws_elasticache_serverless_cache",
  fileSystem: "aws_efs_file_system",
  rotation: "aws_lambda_function",
  relay: "aws_lambda_function",
  outboxFailures: "aws_sqs_queue",
  regionHealth: "aws_route53_health_check",
  natGateway: "aws_nat_gateway",
  subscription: "google_pubsub_subscription",
  deadLetterSubscription: "google_pubsub_subscription",
  cloudRunRevision: "google_cloudfunctions2_function",
  firestoreDatabase: "google_firestore_database",
};

/** Those of which nothing is watched, and why that is enough. */
export const UNWATCHED: Readonly<Record<string, string>> = {
  aws_acm_certificate:
    "ACM renews it, and tells the account's contacts of one that it cannot; what answers by it is watched",
  aws_acm_certificate_validation: "waits while it is applied, and is nothing in the cloud",
  aws_apigatewayv2_authorizer: "who is refused shows in the API's 4xx",
  aws_apigatewayv2_integration: "part of the API: what it fails is a 5xx",
  aws_apigatewayv2_route: "part of the API",
  aws_apigatewayv2_stage: "part of the API, whose series are those of all its stages",
  aws_appautoscaling_policy:
    "more warm instances or tasks than before make answers faster, which is watched",
  aws_appautoscaling_target: "part of its policy",
  aws_appsync_datasource: "part of the API: what it fails is an error of the function",
  aws_appsync_resolver: "part of the API",
  aws_backup_plan:
    "AWS Backup tells of jobs by events, which nobody here asks for (docs/backup.md)",
  aws_backup_selection: "part of the plan",
  aws_backup_vault: "holds copies, which are read on the day on which they are needed",
  aws_backup_vault_lock_configuration: "part of the vault",
  aws_batch_compute_environment:
    "a job that finds no machine is late, which a ticket tells where a deadline is declared",
  aws_batch_job_definition: "part of the jobs, whose ends are watched",
  aws_batch_job_queue: "part of the jobs, whose ends are watched",
  aws_cloudfront_cache_policy: "part of the distribution, whose hits are watched",
  aws_cloudfront_monitoring_subscription: "switches on what the distribution emits",
  aws_cloudfront_origin_access_control:
    "without it the store refuses the caches, which shows in 4xx",
  aws_cloudfront_response_headers_policy: "part of the distribution",
  aws_cloudwatch_log_delivery: "brings the log of requests, which no objective is judged by",
  aws_cloudwatch_log_delivery_destination: "part of the log's delivery",
  aws_cloudwatch_log_delivery_source: "part of the log's delivery",
  aws_cloudwatch_log_group: "holds what the function says of itself, and whom the API answered",
  aws_cloudwatch_event_rule: "without it no end of a job is counted, and one is overdue",
  aws_cloudwatch_event_target: "what it could not write is in the dead-letter queue",
  aws_cloudwatch_log_resource_policy:
    "without it no end of a job is counted, and what could not be written is in the dead-letter queue",
  aws_db_subnet_group: "says where the database stands",
  aws_ecs_cluster: "each of its services is watched",
  aws_ecs_cluster_capacity_providers: "without capacity tasks do not come up, which is watched",
  aws_ecs_task_definition: "part of the service",
  aws_efs_access_point: "who is not let through mounts nothing, and does not start",
  aws_efs_file_system_policy: "whom it refuses mounts nothing, and does not start",
  aws_efs_mount_target: "who finds none in its zone mounts nothing, and does not start",
  aws_elasticache_user: "who is refused fails, and answers 5xx",
  aws_elasticache_user_group: "part of the cache",
  aws_iam_instance_profile: "part of the machines: without it none joins, and jobs are overdue",
  aws_iam_role: "a right is refused to the function, whose errors are watched",
  aws_iam_role_policy: "part of the role",
  aws_kms_alias: "a name",
  aws_kms_key: "a key that is refused shows in what it encrypts",
  aws_lambda_alias: "the function's series are those of all its versions",
  aws_lambda_event_source_mapping: "one that stops shows in the age of the queue",
  aws_lambda_permission: "without it the API cannot call, and answers 5xx",
  aws_lambda_provisioned_concurrency_config:
    "instances that are not warm make the API slower, which is watched",
  aws_launch_template: "part of the machines",
  aws_lb_listener: "part of the balancer",
  aws_lb_listener_rule: "without it no request reaches the target group, which is watched",
  aws_rds_cluster_instance: "the cluster's series are those of its instances",
  aws_rds_cluster_parameter_group: "part of the cluster",
  aws_route53_record:
    "a name that leads nowhere brings no requests, which are watched where they arrive",
  aws_s3_bucket_lifecycle_configuration:
    "moves and removes objects; what costs is not watched here",
  aws_s3_bucket_metric: "switches on what the bucket emits",
  aws_s3_bucket_notification: "tells of changes whoever asks for them",
  aws_s3_bucket_ownership_controls: "part of the bucket",
  aws_s3_bucket_policy: "whom it refuses shows in the bucket's 4xx",
  aws_s3_bucket_public_access_block: "part of the bucket",
  aws_s3_bucket_server_side_encryption_configuration: "part of the bucket",
  aws_s3_bucket_versioning: "part of the bucket",
  aws_scheduler_schedule:
    "its group counts what it sends; of jobs, what it could not start is in the dead-letter queue",
  aws_sagemaker_endpoint_configuration: "part of the endpoint",
  aws_sagemaker_model: "part of the endpoint: what it fails is an error of the model",
  aws_secretsmanager_secret: "a value that is not let in shows where it is used",
  aws_secretsmanager_secret_policy: "whom it refuses fails, and answers 5xx",
  aws_secretsmanager_secret_rotation: "what fails is an error of its function",
  aws_security_group: "whom it refuses gets no answer, and the service answers 5xx",
  aws_service_discovery_http_namespace: "services that find nobody answer 5xx",
  aws_ssm_parameter: "is read when a stack is planned, and not by what runs",
  aws_vpc_security_group_egress_rule: "part of its group",
  aws_vpc_security_group_ingress_rule: "part of its group",
  aws_wafv2_web_acl_association: "part of the balancer",
  aws_wafv2_web_acl_logging_configuration: "says where the firewall's log goes",
  aws_sqs_queue_policy: "part of the queue",
  terraform_data: "the name of an API's stage, and nothing in the cloud",
  google_artifact_registry_repository: "is read when a version is deployed",
  google_firestore_field: "part of the database",
  google_kms_crypto_key: "a key that is refused shows in what it encrypts",
  google_kms_key_ring: "a folder of keys",
  google_logging_project_bucket_config: "holds what the function says of itself",
  google_logging_project_exclusion: "part of the sink",
  google_logging_project_sink: "sends the function's log to its bucket",
  google_pubsub_topic: "every event goes through its subscription",
  google_service_account: "a right is refused to the function, whose answers are watched",
  google_storage_bucket: "holds the code, which is read when a version is deployed",
  google_storage_bucket_object: "the code",
};

/** Of a type that is watched, those that the services of a cell share and that nothing watches, and why that is enough. */
export const UNWATCHED_OF_CELL: Readonly<Record<string, string>> = {
  "aws_s3_bucket.entrance_logs": "holds the balancer's logs, which no objective is judged by",
};

/** A grant is a part of what it is on. */
export const isGrant = (type: string): boolean => type.endsWith("_iam_member");

export interface Emitter {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly resource: Resource;
}

/** What emits, of all that the stack holds. */
export const emittersOf = (world: World): Emitter[] =>
  [...new Set(Object.values(TYPES))].flatMap((type) =>
    Object.entries(world.resources[type] ?? {})
      .filter(([, resource]) => !isCopy(resource))
      .map(([id, resource]) => ({
        ...{ type, id, resource },
        name: nameOf(world, type, resource),
      })),
  );

/** Those whose names or ids are not ours alone. */
const NAMED_BY_TAG = [
  ...[TYPES.api, TYPES.graphqlApi, TYPES.distribution, TYPES.targetGroup, TYPES.loadBalancer],
  TYPES.natGateway,
];

/** By what selectors find it. */
function nameOf(world: World, type: string, resource: Resource): string {
  if (type === TYPES.replication) return sourceOf(world, resource)?.bucket ?? "";
  const { name, function_name, bucket, cluster_identifier, tags = {} } = resource;
  const isTagged = NAMED_BY_TAG.includes(type);
  return (isTagged ? tags["Name"] : (name ?? function_name ?? bucket ?? cluster_identifier)) ?? "";
}

export const emits = (type: string): boolean => Object.values(TYPES).includes(type);

const CLOUD_SIGNALS = allSignals.filter((signal): signal is Signal => "resource" in signal);

/** Emitters that the exporter finds: on AWS by their tags, on Google Cloud and in namespaces of our own by their names. */
export const discovered = (world: World): Emitter[] =>
  emittersOf(world).filter((emitter) => {
    if (emitter.resource.metric_transformation !== undefined) return isAsked(world, emitter);
    if (emitter.type === TYPES.edgeFunction) return isAskedOfAll(world, emitter);
    if (emitter.type === TYPES.replication) return isFound(world, emitter.resource);
    return emitter.type.startsWith("aws_") ? hasTags(world, emitter) : hasName(world, emitter);
  });

/** Whether a job that is called as the filter asks for the metric that the filter makes. */
const isAsked = ({ customYace }: World, { name, resource }: Emitter): boolean =>
  customYace.some(
    (job) =>
      job.name === name &&
      job.namespace === resource.metric_transformation?.namespace &&
      job.metrics.some((metric) => metric.name === resource.metric_transformation?.name),
  );

/** Whether a job asks for all that there is in the namespace of what carries no tags. */
const isAskedOfAll = ({ customYace }: World, { type }: Emitter): boolean =>
  CLOUD_SIGNALS.some(
    (signal) =>
      TYPES[signal.resource] === type &&
      signal.job === "yace" &&
      customYace.some(({ namespace }) => namespace === signal.namespace),
  );

const hasTags = (world: World, emitter: Emitter): boolean => jobsFinding(world, emitter).length > 0;

/** Jobs of YACE that find an emitter by its tags. */
export function jobsFinding(
  { yace }: World,
  { type, resource: { tags = {} } }: Emitter,
): readonly YaceJob[] {
  const namespaces = CLOUD_SIGNALS.flatMap((signal) =>
    signal.job === "yace" && TYPES[signal.resource] === type ? [signal.namespace] : [],
  );
  return yace
    .filter((job) => namespaces.includes(job.type))
    .filter(({ searchTags }) =>
      searchTags.every(({ key, value }) => new RegExp(value).test(tags[key] ?? "")),
    );
}

function hasName({ stackdriver }: World, { type, name }: Emitter): boolean {
  const labels = CLOUD_SIGNALS.filter(({ resource }) => TYPES[resource] === type);
  return labels.some(({ label }) =>
    stackdriver.some((arg) => {
      const pattern = new RegExp(`${label}=monitoring\\.regex\\.full_match\\("(.*)"\\)$`).exec(arg);
      return pattern !== null && new RegExp(`^(?:${pattern[1]})$`).test(name);
    }),
  );
}

/** The resource type that a series is emitted by, and the label that names the resource. */
export const emitterOf = (series: string): { type: string; label: string } | undefined => {
  const signal = CLOUD_SIGNALS.find((one) => one.series === series);
  return signal === undefined ? undefined : { type: TYPES[signal.resource], label: signal.label };
};
