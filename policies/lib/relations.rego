# METADATA
# description: |
#   Which resources belong together: read by the driver (from the bundle) and by `data.main`.
#   `from` names `to` in its attribute `via` ([attribute], [block, attribute] or [block, block, attribute]) by a reference
#   or by one of the values in `by`, which `prefix` may precede. The link is called `name` and lies on `on`: one of the two ends.
#   `carries` are the attributes of the other end that rules read. A row of depth 2 also
#   carries the links of depth 1 of the other end, a row of depth 3 those of depth 1 and 2.
package lib.relations

table := [
	{
		"name": "function", "on": "from", "depth": 1, "carries": ["publish", "timeout"],
		"from": "aws_lambda_alias", "via": ["function_name"],
		"to": "aws_lambda_function", "by": ["function_name", "arn", "qualified_arn"],
	},
	{
		"name": "function", "on": "from", "depth": 1, "carries": ["timeout"],
		"from": "aws_lambda_event_source_mapping", "via": ["function_name"],
		"to": "aws_lambda_function", "by": ["function_name", "arn", "qualified_arn"],
	},
	{
		"name": "queue", "on": "from", "depth": 1, "carries": ["fifo_queue"],
		"from": "aws_lambda_event_source_mapping", "via": ["event_source_arn"],
		"to": "aws_sqs_queue", "by": ["arn"],
	},
	{
		"name": "stream", "on": "from", "depth": 1, "carries": [],
		"from": "aws_lambda_event_source_mapping", "via": ["event_source_arn"],
		"to": "aws_kinesis_stream", "by": ["arn"],
	},
	{
		"name": "stream", "on": "from", "depth": 1, "carries": [],
		"from": "aws_lambda_event_source_mapping", "via": ["event_source_arn"],
		"to": "aws_dynamodb_table", "by": ["stream_arn"],
	},
	{
		"name": "mappings", "on": "to", "depth": 1, "carries": ["scaling_config"],
		"from": "aws_lambda_event_source_mapping", "via": ["function_name"],
		"to": "aws_lambda_function", "by": ["function_name", "arn", "qualified_arn"],
	},
	{
		"name": "mappings", "on": "to", "depth": 1, "carries": ["scaling_config"],
		"from": "aws_lambda_event_source_mapping", "via": ["function_name"],
		"to": "aws_lambda_alias", "by": ["arn"],
	},
	{
		"name": "aliases", "on": "to", "depth": 2, "carries": [],
		"from": "aws_lambda_alias", "via": ["function_name"],
		"to": "aws_lambda_function", "by": ["function_name", "arn", "qualified_arn"],
	},
	{
		"name": "permissions", "on": "to", "depth": 1, "carries": ["principal"],
		"from": "aws_lambda_permission", "via": ["function_name"],
		"to": "aws_lambda_function", "by": ["function_name", "arn"],
	},
	{
		"name": "invocations", "on": "to", "depth": 1, "carries": ["destination_config"],
		"from": "aws_lambda_function_event_invoke_config", "via": ["function_name"],
		"to": "aws_lambda_function", "by": ["function_name", "arn"],
	},
	{
		"name": "function", "on": "from", "depth": 1, "carries": ["dead_letter_config"],
		"from": "aws_lambda_function_event_invoke_config", "via": ["function_name"],
		"to": "aws_lambda_function", "by": ["function_name", "arn"],
	},
	{
		"name": "alias", "on": "from", "depth": 2, "carries": [],
		"from": "aws_lambda_event_source_mapping", "via": ["function_name"],
		"to": "aws_lambda_alias", "by": ["arn"],
	},
	{
		"name": "mappings", "on": "to", "depth": 3, "carries": ["maximum_batching_window_in_seconds"],
		"from": "aws_lambda_event_source_mapping", "via": ["event_source_arn"],
		"to": "aws_sqs_queue", "by": ["arn"],
	},
	{
		"name": "policies", "on": "to", "depth": 1, "carries": ["policy"],
		"from": "aws_sqs_queue_policy", "via": ["queue_url"],
		"to": "aws_sqs_queue", "by": ["id", "url"],
	},
	{
		"name": "redrives", "on": "to", "depth": 1, "carries": [],
		"from": "aws_sqs_queue_redrive_policy", "via": ["queue_url"],
		"to": "aws_sqs_queue", "by": ["id", "url"],
	},
	{
		"name": "sources", "on": "to", "depth": 1, "carries": ["message_retention_seconds", "fifo_queue"],
		"from": "aws_sqs_queue", "via": ["redrive_policy"],
		"to": "aws_sqs_queue", "by": ["arn"],
	},
	{
		"name": "redrivers", "on": "to", "depth": 1, "carries": [],
		"from": "aws_sqs_queue_redrive_policy", "via": ["redrive_policy"],
		"to": "aws_sqs_queue", "by": ["arn"],
	},
	{
		"name": "undelivered", "on": "to", "depth": 1, "carries": [],
		"from": "aws_cloudwatch_event_bus", "via": ["dead_letter_config", "arn"],
		"to": "aws_sqs_queue", "by": ["arn"],
	},
	{
		"name": "undelivered", "on": "to", "depth": 1, "carries": [],
		"from": "aws_cloudwatch_event_target", "via": ["dead_letter_config", "arn"],
		"to": "aws_sqs_queue", "by": ["arn"],
	},
	{
		"name": "undelivered", "on": "to", "depth": 1, "carries": [],
		"from": "aws_lambda_event_source_mapping", "via": ["destination_config", "on_failure", "destination_arn"],
		"to": "aws_sqs_queue", "by": ["arn"],
	},
	{
		"name": "undelivered", "on": "to", "depth": 1, "carries": [],
		"from": "aws_lambda_function", "via": ["dead_letter_config", "target_arn"],
		"to": "aws_sqs_queue", "by": ["arn"],
	},
	{
		"name": "undelivered", "on": "to", "depth": 1, "carries": [],
		"from": "aws_lambda_function_event_invoke_config", "via": ["destination_config", "on_failure", "destination"],
		"to": "aws_sqs_queue", "by": ["arn"],
	},
	{
		"name": "undelivered", "on": "to", "depth": 1, "carries": [],
		"from": "aws_scheduler_schedule", "via": ["target", "dead_letter_config", "arn"],
		"to": "aws_sqs_queue", "by": ["arn"],
	},
	{
		"name": "undelivered", "on": "to", "depth": 1, "carries": [],
		"from": "aws_sns_topic_subscription", "via": ["redrive_policy"],
		"to": "aws_sqs_queue", "by": ["arn"],
	},
	{
		"name": "allowances", "on": "to", "depth": 1, "carries": ["redrive_allow_policy"],
		"from": "aws_sqs_queue_redrive_allow_policy", "via": ["queue_url"],
		"to": "aws_sqs_queue", "by": ["id", "url"],
	},
	{
		"name": "policies", "on": "to", "depth": 1, "carries": [],
		"from": "aws_kms_key_policy", "via": ["key_id"],
		"to": "aws_kms_key", "by": ["id", "key_id", "arn"],
	},
	{
		"name": "policies", "on": "to", "depth": 1, "carries": ["policy"],
		"from": "aws_s3_bucket_policy", "via": ["bucket"],
		"to": "aws_s3_bucket", "by": ["id", "bucket"],
	},
	{
		"name": "versionings", "on": "to", "depth": 1, "carries": [],
		"from": "aws_s3_bucket_versioning", "via": ["bucket"],
		"to": "aws_s3_bucket", "by": ["id", "bucket"],
	},
	{
		"name": "lifecycles", "on": "to", "depth": 1, "carries": [],
		"from": "aws_s3_bucket_lifecycle_configuration", "via": ["bucket"],
		"to": "aws_s3_bucket", "by": ["id", "bucket"],
	},
	{
		"name": "policies", "on": "to", "depth": 1, "carries": ["policy"],
		"from": "aws_sns_topic_policy", "via": ["arn"],
		"to": "aws_sns_topic", "by": ["arn"],
	},
	{
		"name": "scaling", "on": "to", "depth": 1, "carries": [],
		"from": "aws_appautoscaling_target", "via": ["resource_id"],
		"to": "aws_dynamodb_table", "by": ["name"], "prefix": "table/",
	},
	{
		"name": "scaling", "on": "to", "depth": 1, "carries": [],
		"from": "aws_appautoscaling_target", "via": ["resource_id"],
		"to": "aws_ecs_service", "by": ["id"],
	},
	{
		"name": "service", "on": "from", "depth": 1, "carries": ["load_balancer", "service_connect_configuration", "service_registries"],
		"from": "aws_appautoscaling_target", "via": ["resource_id"],
		"to": "aws_ecs_service", "by": ["id"],
	},
	{
		"name": "policies", "on": "to", "depth": 1, "carries": ["policy_type", "target_tracking_scaling_policy_configuration"],
		"from": "aws_appautoscaling_policy", "via": ["resource_id"],
		"to": "aws_appautoscaling_target", "by": ["resource_id"],
	},
	{
		"name": "schedules", "on": "to", "depth": 1, "carries": [],
		"from": "aws_appautoscaling_scheduled_action", "via": ["resource_id"],
		"to": "aws_appautoscaling_target", "by": ["resource_id"],
	},
	{
		"name": "target", "on": "from", "depth": 2, "carries": [],
		"from": "aws_appautoscaling_policy", "via": ["resource_id"],
		"to": "aws_appautoscaling_target", "by": ["resource_id"],
	},
	{
		"name": "serving", "on": "to", "depth": 1, "carries": ["production_variants"],
		"from": "aws_sagemaker_endpoint_configuration", "via": ["production_variants"],
		"to": "aws_sagemaker_model", "by": ["name"],
	},
	{
		"name": "attachments", "on": "to", "depth": 1, "carries": [],
		"from": "aws_autoscaling_attachment", "via": ["autoscaling_group_name"],
		"to": "aws_autoscaling_group", "by": ["name", "id"],
	},
	{
		"name": "task_role", "on": "from", "depth": 1, "carries": [],
		"from": "aws_ecs_task_definition", "via": ["task_role_arn"],
		"to": "aws_iam_role", "by": ["arn"],
	},
	{
		"name": "execution_role", "on": "from", "depth": 1, "carries": [],
		"from": "aws_ecs_task_definition", "via": ["execution_role_arn"],
		"to": "aws_iam_role", "by": ["arn"],
	},
	{
		"name": "lifecycles", "on": "to", "depth": 1, "carries": [],
		"from": "aws_ecr_lifecycle_policy", "via": ["repository"],
		"to": "aws_ecr_repository", "by": ["name", "id"],
	},
	{
		"name": "blocks", "on": "to", "depth": 1, "carries": [],
		"from": "aws_s3_bucket_public_access_block", "via": ["bucket"],
		"to": "aws_s3_bucket", "by": ["id", "bucket"],
	},
	{
		"name": "encryptions", "on": "to", "depth": 1, "carries": [],
		"from": "aws_s3_bucket_server_side_encryption_configuration", "via": ["bucket"],
		"to": "aws_s3_bucket", "by": ["id", "bucket"],
	},
	{
		"name": "balancers", "on": "to", "depth": 1, "carries": ["load_balancer_type"],
		"from": "aws_lb", "via": ["access_logs", "bucket"],
		"to": "aws_s3_bucket", "by": ["id", "bucket"],
	},
	{
		"name": "bucket", "on": "from", "depth": 2, "carries": [],
		"from": "aws_s3_bucket_server_side_encryption_configuration", "via": ["bucket"],
		"to": "aws_s3_bucket", "by": ["id", "bucket"],
	},
	{
		"name": "policies", "on": "to", "depth": 1, "carries": [],
		"from": "aws_vpc_endpoint_policy", "via": ["vpc_endpoint_id"],
		"to": "aws_vpc_endpoint", "by": ["id"],
	},
	{
		"name": "flow_logs", "on": "to", "depth": 1, "carries": [],
		"from": "aws_flow_log", "via": ["vpc_id"],
		"to": "aws_vpc", "by": ["id"],
	},
	{
		"name": "nats", "on": "to", "depth": 1, "carries": [],
		"from": "aws_nat_gateway", "via": ["subnet_id"],
		"to": "aws_subnet", "by": ["id"],
	},
	{
		"name": "subnets", "on": "to", "depth": 2, "carries": ["availability_zone"],
		"from": "aws_subnet", "via": ["vpc_id"],
		"to": "aws_vpc", "by": ["id"],
	},
	{
		"name": "endpoints", "on": "to", "depth": 1, "carries": ["service_name"],
		"from": "aws_vpc_endpoint", "via": ["vpc_id"],
		"to": "aws_vpc", "by": ["id"],
	},
	{
		"name": "web_acls", "on": "to", "depth": 1, "carries": [],
		"from": "aws_wafv2_web_acl_association", "via": ["resource_arn"],
		"to": "aws_lb", "by": ["arn"],
	},
	{
		"name": "web_acls", "on": "to", "depth": 1, "carries": [],
		"from": "aws_wafv2_web_acl_association", "via": ["resource_arn"],
		"to": "aws_alb", "by": ["arn"],
	},
	{
		"name": "web_acls", "on": "to", "depth": 1, "carries": [],
		"from": "aws_wafv2_web_acl_association", "via": ["resource_arn"],
		"to": "aws_appsync_graphql_api", "by": ["arn"],
	},
	{
		"name": "logs", "on": "to", "depth": 1, "carries": [],
		"from": "aws_wafv2_web_acl_logging_configuration", "via": ["resource_arn"],
		"to": "aws_wafv2_web_acl", "by": ["arn"],
	},
	{
		"name": "deliveries", "on": "to", "depth": 1, "carries": [],
		"from": "aws_cloudwatch_log_delivery_source", "via": ["resource_arn"],
		"to": "aws_cloudfront_distribution", "by": ["arn"],
	},
	{
		"name": "distributions", "on": "to", "depth": 1, "carries": [],
		"from": "aws_cloudfront_distribution", "via": ["default_cache_behavior", "lambda_function_association", "lambda_arn"],
		"to": "aws_lambda_function", "by": ["qualified_arn", "arn"],
	},
	{
		"name": "distributions", "on": "to", "depth": 1, "carries": [],
		"from": "aws_cloudfront_distribution", "via": ["ordered_cache_behavior", "lambda_function_association", "lambda_arn"],
		"to": "aws_lambda_function", "by": ["qualified_arn", "arn"],
	},
	{
		"name": "api", "on": "from", "depth": 1, "carries": ["protocol_type"],
		"from": "aws_apigatewayv2_route", "via": ["api_id"],
		"to": "aws_apigatewayv2_api", "by": ["id"],
	},
	{
		"name": "instances", "on": "to", "depth": 1, "carries": [],
		"from": "aws_rds_cluster_instance", "via": ["cluster_identifier"],
		"to": "aws_rds_cluster", "by": ["id", "cluster_identifier"],
	},
	{
		"name": "backups", "on": "to", "depth": 1, "carries": [],
		"from": "aws_efs_backup_policy", "via": ["file_system_id"],
		"to": "aws_efs_file_system", "by": ["id"],
	},
	{
		"name": "backups", "on": "to", "depth": 1, "carries": [],
		"from": "aws_backup_selection", "via": ["resources"],
		"to": "aws_efs_file_system", "by": ["arn"],
	},
	{
		"name": "sources", "on": "to", "depth": 1, "carries": [],
		"from": "google_pubsub_subscription", "via": ["dead_letter_policy", "dead_letter_topic"],
		"to": "google_pubsub_topic", "by": ["id", "name"],
	},
	{
		"name": "topic", "on": "from", "depth": 2, "carries": [],
		"from": "google_pubsub_subscription", "via": ["topic"],
		"to": "google_pubsub_topic", "by": ["id", "name"],
	},
	{
		"name": "fields", "on": "to", "depth": 1, "carries": ["ttl_config"],
		"from": "google_firestore_field", "via": ["database"],
		"to": "google_firestore_database", "by": ["name", "id"],
	},
	{
		"name": "subscriptions", "on": "to", "depth": 1, "carries": [],
		"from": "google_pubsub_subscription", "via": ["topic"],
		"to": "google_pubsub_topic", "by": ["id", "name"],
	},
	{
		"name": "publishers", "on": "to", "depth": 1, "carries": ["role", "member"],
		"from": "google_pubsub_topic_iam_member", "via": ["topic"],
		"to": "google_pubsub_topic", "by": ["id", "name"],
	},
	{
		"name": "publishers", "on": "to", "depth": 1, "carries": ["role", "members"],
		"from": "google_pubsub_topic_iam_binding", "via": ["topic"],
		"to": "google_pubsub_topic", "by": ["id", "name"],
	},
	{
		"name": "subscribers", "on": "to", "depth": 1, "carries": ["role", "member"],
		"from": "google_pubsub_subscription_iam_member", "via": ["subscription"],
		"to": "google_pubsub_subscription", "by": ["id", "name"],
	},
	{
		"name": "subscribers", "on": "to", "depth": 1, "carries": ["role", "members"],
		"from": "google_pubsub_subscription_iam_binding", "via": ["subscription"],
		"to": "google_pubsub_subscription", "by": ["id", "name"],
	},
	{
		"name": "dead_letters", "on": "from", "depth": 2, "carries": [],
		"from": "google_pubsub_subscription", "via": ["dead_letter_policy", "dead_letter_topic"],
		"to": "google_pubsub_topic", "by": ["id", "name"],
	},
	{
		"name": "target", "on": "from", "depth": 1, "carries": ["service_config"],
		"from": "google_pubsub_subscription", "via": ["push_config", "push_endpoint"],
		"to": "google_cloudfunctions2_function", "by": ["url"],
	},
	{
		"name": "target", "on": "from", "depth": 1, "carries": ["template"],
		"from": "google_pubsub_subscription", "via": ["push_config", "push_endpoint"],
		"to": "google_cloud_run_v2_service", "by": ["uri"],
	},
	{
		"name": "functions", "on": "to", "depth": 1, "carries": [],
		"from": "google_cloudfunctions2_function", "via": ["build_config", "docker_repository"],
		"to": "google_artifact_registry_repository", "by": ["id"],
	},
	{
		"name": "sinks", "on": "from", "depth": 1, "carries": ["disabled"],
		"from": "google_logging_project_exclusion", "via": ["filter"],
		"to": "google_logging_project_sink", "by": ["filter"],
	},
	{
		"name": "sinks", "on": "to", "depth": 1, "carries": [],
		"from": "google_logging_project_sink", "via": ["destination"],
		"to": "google_storage_bucket", "by": ["name"],
	},
	{
		"name": "url_map", "on": "from", "depth": 1, "carries": ["default_url_redirect"],
		"from": "google_compute_target_http_proxy", "via": ["url_map"],
		"to": "google_compute_url_map", "by": ["id", "self_link"],
	},
	{
		"name": "http", "on": "from", "depth": 2, "carries": [],
		"from": "google_compute_global_forwarding_rule", "via": ["target"],
		"to": "google_compute_target_http_proxy", "by": ["id", "self_link"],
	},
	{
		"name": "url_map", "on": "from", "depth": 1, "carries": ["default_url_redirect"],
		"from": "google_compute_region_target_http_proxy", "via": ["url_map"],
		"to": "google_compute_region_url_map", "by": ["id", "self_link"],
	},
	{
		"name": "http", "on": "from", "depth": 2, "carries": [],
		"from": "google_compute_forwarding_rule", "via": ["target"],
		"to": "google_compute_region_target_http_proxy", "by": ["id", "self_link"],
	},
]

# Attributes a provider fills from another resource of the same plan. Unless the
# configuration sets them they say what is there now, not what will be: they are dropped.
echoes := {
	"aws_elasticsearch_domain": ["access_policies"],
	"aws_iam_role": ["inline_policy", "managed_policy_arns"],
	"aws_kms_external_key": ["policy"],
	"aws_kms_key": ["policy"],
	"aws_kms_replica_key": ["policy"],
	"aws_opensearch_domain": ["access_policies"],
	"aws_s3_access_point": ["policy"],
	"aws_s3_bucket": ["acl", "grant", "policy", "server_side_encryption_configuration", "versioning"],
	"aws_secretsmanager_secret": ["policy"],
	"aws_sns_topic": ["policy"],
	"aws_sqs_queue": ["policy", "redrive_allow_policy", "redrive_policy"],
}

# Attributes the provider derives from others that the configuration sets.
derived := ["tags_all", "effective_labels", "terraform_labels"]
