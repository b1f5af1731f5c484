# METADATA
# title: Nobody is let in by a wildcard
# description: "`Principal: *` without a condition that names an account, an organisation or a source opens a role, queue, topic, bucket or key to the world."
# custom:
#   id: AWS-IAM-002
#   severity: critical
#   types: [aws_iam_role, aws_sqs_queue, aws_sqs_queue_policy, aws_s3_bucket, aws_s3_bucket_policy, aws_sns_topic, aws_sns_topic_policy, aws_kms_key, aws_kms_key_policy, aws_secretsmanager_secret_policy]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_60, CKV_AWS_70, CKV_AWS_168, CKV_AWS_169, CKV_AWS_283, CKV_AWS_387]
#   controls: [NIST-AC-3]
#   fix: "Name the principal, or add a condition on aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID."
#   unknown: defer
package aws.iam.wildcard_principals

import data.lib.iam
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} lets in any principal") if {
	input.type != "aws_iam_role"
	some statement in iam.allows(input.after.policy)
	iam.anyone(statement)
	not iam.narrowed(statement)
}

# A trust policy has no condition that makes a wildcard safe for everybody who may use it.
deny contains report.violation(rego.metadata.chain(), $"{input.address} may be assumed by any principal") if {
	input.type == "aws_iam_role"
	some statement in iam.allows(input.after.assume_role_policy)
	iam.anyone(statement)
}
