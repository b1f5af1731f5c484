# METADATA
# title: A service acts for one customer
# description: "A service principal is the same for every customer of AWS. Without a condition on whose resource it acts for, anybody can have it use this queue, topic, key or bucket for them. The ARN of a bucket holds no account, so calls of S3 need `aws:SourceAccount` too. Who may only open log streams is left out: EventBridge names no source when it does, and an empty stream says nothing."
# custom:
#   id: AWS-IAM-011
#   severity: high
#   types: [aws_sqs_queue, aws_sqs_queue_policy, aws_s3_bucket, aws_s3_bucket_policy, aws_s3_access_point, aws_s3control_access_point_policy, aws_s3control_bucket_policy, aws_sns_topic, aws_sns_topic_policy, aws_kms_key, aws_kms_key_policy, aws_kms_external_key, aws_kms_replica_key, aws_secretsmanager_secret, aws_secretsmanager_secret_policy, aws_cloudwatch_log_resource_policy, aws_cloudwatch_log_destination_policy, aws_cloudwatch_event_bus_policy, aws_ecr_repository_policy, aws_ecr_registry_policy, aws_ecrpublic_repository_policy, aws_opensearch_domain, aws_opensearch_domain_policy, aws_elasticsearch_domain, aws_elasticsearch_domain_policy, aws_efs_file_system_policy, aws_dynamodb_resource_policy, aws_kinesis_resource_policy, aws_backup_vault_policy, aws_glacier_vault, aws_glue_resource_policy, aws_sesv2_email_identity_policy, aws_ses_identity_policy, aws_codeartifact_domain_permissions_policy, aws_codeartifact_repository_permissions_policy, aws_media_store_container_policy, aws_schemas_registry_policy]
#   stages: [synth, plan]
#   controls: [NIST-AC-3]
#   fix: "Add a condition on aws:SourceArn with the exact ARN or on aws:SourceAccount to the statement."
#   unknown: defer
package aws.iam.confused_deputy

import data.lib.iam
import data.lib.report
import data.lib.text

deny contains report.violation(rego.metadata.chain(), $"{input.address} lets {service} act for any of its customers") if {
	some document in iam.resource_documents
	some statement in document.allows
	some service in iam.principals(statement, "Service")
	service != "*"
	not iam.on_behalf_of_nobody[service]
	not iam.bound_to_a_source(statement, service)
	not only_opens_streams(statement)
}

only_opens_streams(statement) if {
	{lower(action) | some action in text.list(statement.action)} == {"logs:createlogstream"}
}
