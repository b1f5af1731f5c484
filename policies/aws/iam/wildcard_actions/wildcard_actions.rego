# METADATA
# title: Actions are named one by one
# description: A wildcard action grants what the service adds tomorrow. Only `Allow` statements are judged, without what a `Deny` of the same document takes back; the account-root statement of a key policy is the documented exception, and two actions by which CloudFront copies functions, whose own names end in a star.
# custom:
#   id: AWS-IAM-001
#   severity: critical
#   types: [aws_iam_policy, aws_iam_role_policy, aws_iam_user_policy, aws_iam_group_policy, aws_iam_role, aws_ssoadmin_permission_set_inline_policy, aws_sqs_queue, aws_sqs_queue_policy, aws_s3_bucket, aws_s3_bucket_policy, aws_s3_access_point, aws_s3control_access_point_policy, aws_s3control_bucket_policy, aws_sns_topic, aws_sns_topic_policy, aws_kms_key, aws_kms_key_policy, aws_kms_external_key, aws_kms_replica_key, aws_secretsmanager_secret, aws_secretsmanager_secret_policy, aws_cloudwatch_log_resource_policy, aws_cloudwatch_log_destination_policy, aws_cloudwatch_event_bus_policy, aws_ecr_repository_policy, aws_ecr_registry_policy, aws_ecrpublic_repository_policy, aws_opensearch_domain, aws_opensearch_domain_policy, aws_elasticsearch_domain, aws_elasticsearch_domain_policy, aws_efs_file_system_policy, aws_dynamodb_resource_policy, aws_kinesis_resource_policy, aws_backup_vault_policy, aws_glacier_vault, aws_glue_resource_policy, aws_sesv2_email_identity_policy, aws_ses_identity_policy, aws_codeartifact_domain_permissions_policy, aws_codeartifact_repository_permissions_policy, aws_media_store_container_policy, aws_schemas_registry_policy]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_49, CKV_AWS_63, CKV_AWS_72, AWS-0097, AWS-0345, AWS-0346, IAMNoWildcardPermissions, IAMPolicyNoStatementsWithFullAccess, LambdaStarPermissions]
#   controls: [CIS-AWS-1.16, NIST-AC-6]
#   fix: Name the exact actions in the statement.
#   unknown: defer
package aws.iam.wildcard_actions

import data.lib.iam
import data.lib.report
import data.lib.text

deny contains report.violation(rego.metadata.chain(), $"{input.address} allows {action}") if {
	some document in kinds[_]
	some statement in document.allows
	not exempt(statement)
	some action in iam.wildcard_actions(statement)
	not documented[action]
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} has a policy that is not JSON, so it cannot be judged") if {
	some written, _ in kinds[_]
	written != ""
	not text.object(written)
}

kinds := [iam.identity_documents, iam.resource_documents, iam.trust_documents]

# https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html
documented := {"lambda:DisableReplication*", "lambda:EnableReplication*"}

exempt(statement) if {
	key_types[input.type]
	iam.account_root(statement)
}

key_types := {"aws_kms_external_key", "aws_kms_key", "aws_kms_key_policy", "aws_kms_replica_key"}
