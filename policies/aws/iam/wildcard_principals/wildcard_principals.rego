# METADATA
# title: Nobody is let in by a wildcard
# description: "`Principal: *` without a condition that names an account, an organisation or a source opens a role, queue, topic, bucket or key to the world. A condition counts if it refuses a call that lacks its key: `...IfExists` and `ForAllValues:` alone do not."
# custom:
#   id: AWS-IAM-002
#   severity: critical
#   types: [aws_iam_role, aws_sqs_queue, aws_sqs_queue_policy, aws_s3_bucket, aws_s3_bucket_policy, aws_s3_access_point, aws_s3control_access_point_policy, aws_s3control_bucket_policy, aws_sns_topic, aws_sns_topic_policy, aws_kms_key, aws_kms_key_policy, aws_kms_external_key, aws_kms_replica_key, aws_secretsmanager_secret, aws_secretsmanager_secret_policy, aws_cloudwatch_log_resource_policy, aws_cloudwatch_log_destination_policy, aws_cloudwatch_event_bus_policy, aws_ecr_repository_policy, aws_ecr_registry_policy, aws_ecrpublic_repository_policy, aws_opensearch_domain, aws_opensearch_domain_policy, aws_elasticsearch_domain, aws_elasticsearch_domain_policy, aws_efs_file_system_policy, aws_dynamodb_resource_policy, aws_kinesis_resource_policy, aws_backup_vault_policy, aws_glacier_vault, aws_glue_resource_policy, aws_sesv2_email_identity_policy, aws_ses_identity_policy, aws_codeartifact_domain_permissions_policy, aws_codeartifact_repository_permissions_policy, aws_media_store_container_policy, aws_schemas_registry_policy]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_32, CKV_AWS_33, CKV_AWS_60, CKV_AWS_70, CKV_AWS_167, CKV_AWS_168, CKV_AWS_169, CKV_AWS_283, CKV_AWS_387]
#   controls: [NIST-AC-3]
#   fix: "Name the principal, or add a condition on aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID."
#   unknown: defer
package aws.iam.wildcard_principals

import data.lib.iam
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} lets in any principal") if {
	some document in iam.resource_documents
	open_to_all(document)
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} may be assumed by any principal") if {
	some document in iam.trust_documents
	open_to_all(document)
}

open_to_all(document) if {
	some statement in document.allows
	iam.anyone(statement)
	not iam.narrowed(statement)
	not iam.fenced(document, statement)
}
