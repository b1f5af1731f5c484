# METADATA
# title: Actions are named one by one
# description: "A wildcard action grants what the service adds tomorrow. Only `Allow` statements are judged; the account-root statement of a key policy is the documented exception."
# custom:
#   id: AWS-IAM-001
#   severity: critical
#   types: [aws_iam_policy, aws_iam_role_policy, aws_iam_user_policy, aws_iam_group_policy, aws_iam_role, aws_sqs_queue, aws_sqs_queue_policy, aws_s3_bucket, aws_s3_bucket_policy, aws_sns_topic, aws_sns_topic_policy, aws_kms_key, aws_kms_key_policy, aws_secretsmanager_secret_policy, aws_cloudwatch_log_resource_policy]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_49, CKV_AWS_63, CKV_AWS_72, CKV_AWS_286, AWS-0097]
#   controls: [CIS-AWS-1.16, NIST-AC-6]
#   fix: Name the exact actions in the statement.
#   unknown: defer
package aws.iam.wildcard_actions

import data.lib.iam
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} allows {action}") if {
	policy_types[input.type]
	some document in documents
	some statement in iam.allows(document)
	not exempt(statement)
	some action in iam.wildcard_actions(statement)
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} has a policy that is not JSON, so it cannot be judged") if {
	policy_types[input.type]
	some document in documents
	document != ""
	not json.is_valid(document)
}

documents contains input.after.policy

documents contains input.after.policy_document

documents contains input.after.assume_role_policy

documents contains input.after.inline_policy[_].policy

exempt(statement) if {
	key_types[input.type]
	iam.account_root(statement)
}

key_types := {"aws_kms_key", "aws_kms_key_policy"}

policy_types := {"aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", "aws_iam_role", "aws_sqs_queue", "aws_sqs_queue_policy", "aws_s3_bucket", "aws_s3_bucket_policy", "aws_sns_topic", "aws_sns_topic_policy", "aws_kms_key", "aws_kms_key_policy", "aws_secretsmanager_secret_policy", "aws_cloudwatch_log_resource_policy"}
