package lib.relations_test

import data.lib.relations

# What rules on a type see of others: who adds a row says here what it means.
meant := {
	"aws_alb.web_acls at 1: resource_arn of aws_wafv2_web_acl_association is its arn",
	"aws_apigatewayv2_route.api at 1: its api_id is id of aws_apigatewayv2_api; shows protocol_type",
	"aws_appautoscaling_policy.target at 2: its resource_id is resource_id of aws_appautoscaling_target",
	"aws_appautoscaling_target.policies at 1: resource_id of aws_appautoscaling_policy is its resource_id; shows policy_type, target_tracking_scaling_policy_configuration",
	"aws_appautoscaling_target.schedules at 1: resource_id of aws_appautoscaling_scheduled_action is its resource_id",
	"aws_appautoscaling_target.service at 1: its resource_id is id of aws_ecs_service; shows load_balancer, service_connect_configuration, service_registries",
	"aws_appsync_graphql_api.web_acls at 1: resource_arn of aws_wafv2_web_acl_association is its arn",
	"aws_autoscaling_group.attachments at 1: autoscaling_group_name of aws_autoscaling_attachment is its name or id",
	"aws_cloudfront_distribution.deliveries at 1: resource_arn of aws_cloudwatch_log_delivery_source is its arn",
	"aws_dynamodb_table.scaling at 1: resource_id of aws_appautoscaling_target is table/ and its name",
	"aws_ecr_repository.lifecycles at 1: repository of aws_ecr_lifecycle_policy is its name or id",
	"aws_ecs_service.scaling at 1: resource_id of aws_appautoscaling_target is its id",
	"aws_ecs_task_definition.execution_role at 1: its execution_role_arn is arn of aws_iam_role",
	"aws_ecs_task_definition.task_role at 1: its task_role_arn is arn of aws_iam_role",
	"aws_efs_file_system.backups at 1: resources of aws_backup_selection is its arn",
	"aws_efs_file_system.backups at 1: file_system_id of aws_efs_backup_policy is its id",
	"aws_kms_key.policies at 1: key_id of aws_kms_key_policy is its id or key_id or arn",
	"aws_lambda_alias.function at 1: its function_name is function_name or arn or qualified_arn of aws_lambda_function; shows publish, timeout",
	"aws_lambda_alias.mappings at 1: function_name of aws_lambda_event_source_mapping is its arn; shows scaling_config",
	"aws_lambda_event_source_mapping.alias at 2: its function_name is arn of aws_lambda_alias",
	"aws_lambda_event_source_mapping.function at 1: its function_name is function_name or arn or qualified_arn of aws_lambda_function; shows timeout",
	"aws_lambda_event_source_mapping.queue at 1: its event_source_arn is arn of aws_sqs_queue; shows fifo_queue",
	"aws_lambda_event_source_mapping.stream at 1: its event_source_arn is arn of aws_kinesis_stream",
	"aws_lambda_event_source_mapping.stream at 1: its event_source_arn is stream_arn of aws_dynamodb_table",
	"aws_lambda_function.aliases at 2: function_name of aws_lambda_alias is its function_name or arn or qualified_arn",
	"aws_lambda_function.distributions at 1: default_cache_behavior.lambda_function_association.lambda_arn of aws_cloudfront_distribution is its qualified_arn or arn",
	"aws_lambda_function.distributions at 1: ordered_cache_behavior.lambda_function_association.lambda_arn of aws_cloudfront_distribution is its qualified_arn or arn",
	"aws_lambda_function.invocations at 1: function_name of aws_lambda_function_event_invoke_config is its function_name or arn; shows destination_config",
	"aws_lambda_function.mappings at 1: function_name of aws_lambda_event_source_mapping is its function_name or arn or qualified_arn; shows scaling_config",
	"aws_lambda_function.permissions at 1: function_name of aws_lambda_permission is its function_name or arn; shows principal",
	"aws_lambda_function_event_invoke_config.function at 1: its function_name is function_name or arn of aws_lambda_function; shows dead_letter_config",
	"aws_lb.web_acls at 1: resource_arn of aws_wafv2_web_acl_association is its arn",
	"aws_rds_cluster.instances at 1: cluster_identifier of aws_rds_cluster_instance is its id or cluster_identifier",
	"aws_s3_bucket.balancers at 1: access_logs.bucket of aws_lb is its id or bucket; shows load_balancer_type",
	"aws_s3_bucket.blocks at 1: bucket of aws_s3_bucket_public_access_block is its id or bucket",
	"aws_s3_bucket.encryptions at 1: bucket of aws_s3_bucket_server_side_encryption_configuration is its id or bucket",
	"aws_s3_bucket.lifecycles at 1: bucket of aws_s3_bucket_lifecycle_configuration is its id or bucket",
	"aws_s3_bucket.policies at 1: bucket of aws_s3_bucket_policy is its id or bucket; shows policy",
	"aws_s3_bucket.versionings at 1: bucket of aws_s3_bucket_versioning is its id or bucket",
	"aws_s3_bucket_server_side_encryption_configuration.bucket at 2: its bucket is id or bucket of aws_s3_bucket",
	"aws_sagemaker_model.serving at 1: production_variants of aws_sagemaker_endpoint_configuration is its name; shows production_variants",
	"aws_sns_topic.policies at 1: arn of aws_sns_topic_policy is its arn; shows policy",
	"aws_sqs_queue.allowances at 1: queue_url of aws_sqs_queue_redrive_allow_policy is its id or url; shows redrive_allow_policy",
	"aws_sqs_queue.mappings at 3: event_source_arn of aws_lambda_event_source_mapping is its arn; shows maximum_batching_window_in_seconds",
	"aws_sqs_queue.policies at 1: queue_url of aws_sqs_queue_policy is its id or url; shows policy",
	"aws_sqs_queue.redrivers at 1: redrive_policy of aws_sqs_queue_redrive_policy is its arn",
	"aws_sqs_queue.redrives at 1: queue_url of aws_sqs_queue_redrive_policy is its id or url",
	"aws_sqs_queue.sources at 1: redrive_policy of aws_sqs_queue is its arn; shows message_retention_seconds, fifo_queue",
	"aws_sqs_queue.undelivered at 1: dead_letter_config.arn of aws_cloudwatch_event_bus is its arn",
	"aws_sqs_queue.undelivered at 1: dead_letter_config.arn of aws_cloudwatch_event_target is its arn",
	"aws_sqs_queue.undelivered at 1: destination_config.on_failure.destination_arn of aws_lambda_event_source_mapping is its arn",
	"aws_sqs_queue.undelivered at 1: dead_letter_config.target_arn of aws_lambda_function is its arn",
	"aws_sqs_queue.undelivered at 1: destination_config.on_failure.destination of aws_lambda_function_event_invoke_config is its arn",
	"aws_sqs_queue.undelivered at 1: target.dead_letter_config.arn of aws_scheduler_schedule is its arn",
	"aws_sqs_queue.undelivered at 1: redrive_policy of aws_sns_topic_subscription is its arn",
	"aws_subnet.nats at 1: subnet_id of aws_nat_gateway is its id",
	"aws_vpc.endpoints at 1: vpc_id of aws_vpc_endpoint is its id; shows service_name",
	"aws_vpc.flow_logs at 1: vpc_id of aws_flow_log is its id",
	"aws_vpc.subnets at 2: vpc_id of aws_subnet is its id; shows availability_zone",
	"aws_vpc_endpoint.policies at 1: vpc_endpoint_id of aws_vpc_endpoint_policy is its id",
	"aws_wafv2_web_acl.logs at 1: resource_arn of aws_wafv2_web_acl_logging_configuration is its arn",
	"google_artifact_registry_repository.functions at 1: build_config.docker_repository of google_cloudfunctions2_function is its id",
	"google_compute_forwarding_rule.http at 2: its target is id or self_link of google_compute_region_target_http_proxy",
	"google_compute_global_forwarding_rule.http at 2: its target is id or self_link of google_compute_target_http_proxy",
	"google_compute_region_target_http_proxy.url_map at 1: its url_map is id or self_link of google_compute_region_url_map; shows default_url_redirect",
	"google_compute_target_http_proxy.url_map at 1: its url_map is id or self_link of google_compute_url_map; shows default_url_redirect",
	"google_firestore_database.fields at 1: database of google_firestore_field is its name or id; shows ttl_config",
	"google_logging_project_exclusion.sinks at 1: its filter is filter of google_logging_project_sink; shows disabled",
	"google_pubsub_subscription.dead_letters at 2: its dead_letter_policy.dead_letter_topic is id or name of google_pubsub_topic",
	"google_pubsub_subscription.subscribers at 1: subscription of google_pubsub_subscription_iam_binding is its id or name; shows role, members",
	"google_pubsub_subscription.subscribers at 1: subscription of google_pubsub_subscription_iam_member is its id or name; shows role, member",
	"google_pubsub_subscription.target at 1: its push_config.push_endpoint is uri of google_cloud_run_v2_service; shows template",
	"google_pubsub_subscription.target at 1: its push_config.push_endpoint is url of google_cloudfunctions2_function; shows service_config",
	"google_pubsub_subscription.topic at 2: its topic is id or name of google_pubsub_topic",
	"google_pubsub_topic.publishers at 1: topic of google_pubsub_topic_iam_binding is its id or name; shows role, members",
	"google_pubsub_topic.publishers at 1: topic of google_pubsub_topic_iam_member is its id or name; shows role, member",
	"google_pubsub_topic.sources at 1: dead_letter_policy.dead_letter_topic of google_pubsub_subscription is its id or name",
	"google_pubsub_topic.subscriptions at 1: topic of google_pubsub_subscription is its id or name",
	"google_storage_bucket.sinks at 1: destination of google_logging_project_sink is its name",
}

test_each_row_says_which_attribute_names_what if {
	{said(row) | some row in relations.table} == meant
	count(relations.table) == count(meant)
}

said(row) := $"{row.from}.{row.name} at {row.depth}: its {concat(".", row.via)} is {before(row)}{concat(" or ", row.by)} of {row.to}{shown(row)}" if row.on == "from"

said(row) := $"{row.to}.{row.name} at {row.depth}: {concat(".", row.via)} of {row.from} is {before(row)}its {concat(" or ", row.by)}{shown(row)}" if row.on == "to"

default before(_) := ""

before(row) := $"{row.prefix} and " if row.prefix

shown(row) := "" if count(row.carries) == 0

shown(row) := $"; shows {concat(", ", row.carries)}" if count(row.carries) > 0

# Attributes that hold what is there now, because of another resource.
test_echoes_are_what_resources_of_their_own_set if {
	relations.echoes == {
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
}

test_all_tags_and_labels_are_derived if {
	relations.derived == ["tags_all", "effective_labels", "terraform_labels"]
}
