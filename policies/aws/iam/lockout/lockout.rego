# METADATA
# title: Nobody is locked out
# description: A statement that denies everything to everybody without a condition denies it to whoever would take it back, Terraform included.
# custom:
#   id: AWS-IAM-024
#   severity: high
#   types: [aws_sqs_queue, aws_sqs_queue_policy, aws_s3_bucket, aws_s3_bucket_policy, aws_s3_access_point, aws_s3control_access_point_policy, aws_s3control_bucket_policy, aws_sns_topic, aws_sns_topic_policy, aws_kms_key, aws_kms_key_policy, aws_kms_external_key, aws_kms_replica_key, aws_secretsmanager_secret, aws_secretsmanager_secret_policy, aws_cloudwatch_log_resource_policy, aws_cloudwatch_log_destination_policy, aws_cloudwatch_event_bus_policy, aws_ecr_repository_policy, aws_ecr_registry_policy, aws_ecrpublic_repository_policy, aws_opensearch_domain, aws_opensearch_domain_policy, aws_elasticsearch_domain, aws_elasticsearch_domain_policy, aws_efs_file_system_policy, aws_dynamodb_resource_policy, aws_kinesis_resource_policy, aws_backup_vault_policy, aws_glacier_vault, aws_glue_resource_policy, aws_sesv2_email_identity_policy, aws_ses_identity_policy, aws_codeartifact_domain_permissions_policy, aws_codeartifact_repository_permissions_policy, aws_media_store_container_policy, aws_schemas_registry_policy]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_93]
#   controls: [NIST-AC-3]
#   fix: Give the statement a condition, or name the actions that it denies.
#   unknown: defer
package aws.iam.lockout

import data.lib.iam
import data.lib.report
import data.lib.text

deny contains report.violation(rego.metadata.chain(), $"{input.address} refuses every action to everybody: only the account's root could undo it") if {
	some document in iam.resource_documents
	some statement in document.statements
	iam.refuses_always(statement)
	iam.everyone(statement.principal)
	some action in text.list(statement.action)
	text.stars(last_part(action))
}

# "*" of "s3:*".
last_part(action) := parts[count(parts) - 1] if parts := split(action, ":")
