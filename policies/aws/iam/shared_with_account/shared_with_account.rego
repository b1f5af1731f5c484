# METADATA
# title: A resource is shared with a role, not with an account
# description: The root of another account as a principal stands for everybody whom that account lets in, now or later. Whose the resource is, is read from its ARN in the statement; where the ARN names no account, nothing is said.
# custom:
#   id: AWS-IAM-027
#   severity: medium
#   types: [aws_sqs_queue, aws_sqs_queue_policy, aws_s3_bucket, aws_s3_bucket_policy, aws_s3_access_point, aws_s3control_access_point_policy, aws_s3control_bucket_policy, aws_sns_topic, aws_sns_topic_policy, aws_kms_key, aws_kms_key_policy, aws_kms_external_key, aws_kms_replica_key, aws_secretsmanager_secret, aws_secretsmanager_secret_policy, aws_cloudwatch_log_resource_policy, aws_cloudwatch_log_destination_policy, aws_cloudwatch_event_bus_policy, aws_ecr_repository_policy, aws_ecr_registry_policy, aws_ecrpublic_repository_policy, aws_opensearch_domain, aws_opensearch_domain_policy, aws_elasticsearch_domain, aws_elasticsearch_domain_policy, aws_efs_file_system_policy, aws_dynamodb_resource_policy, aws_kinesis_resource_policy, aws_backup_vault_policy, aws_glacier_vault, aws_glue_resource_policy, aws_sesv2_email_identity_policy, aws_ses_identity_policy, aws_codeartifact_domain_permissions_policy, aws_codeartifact_repository_permissions_policy, aws_media_store_container_policy, aws_schemas_registry_policy]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_385]
#   controls: [NIST-AC-3]
#   fix: "Name the role of the other account, or add a condition on aws:PrincipalArn or aws:PrincipalOrgID."
#   unknown: defer
package aws.iam.shared_with_account

import data.lib.iam
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} lets in everybody of account {account}") if {
	some document in iam.resource_documents
	some statement in document.allows
	some name in iam.principals(statement, "AWS")
	iam.whole_account(name)
	account := iam.account_of(name)
	count(owners(statement)) > 0
	not owners(statement)[account]
	not iam.narrowed(statement)
}

# The accounts that the resources of a statement are of: a policy is about what is ours.
owners(statement) := {owner |
	some resource in iam.resource_patterns(statement)
	owner := iam.account_of(resource)
}
