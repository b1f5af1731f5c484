# METADATA
# title: Data is read by name
# description: Reading objects, items, secrets, parameters or messages, or decrypting with any key, on a wildcard resource is a way out for the data of every service in the account.
# custom:
#   id: AWS-IAM-009
#   severity: high
#   types: [aws_iam_policy, aws_iam_role_policy, aws_iam_user_policy, aws_iam_group_policy, aws_iam_role, aws_ssoadmin_permission_set_inline_policy]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_108, CKV_AWS_288]
#   controls: [NIST-AC-6, FSBP-KMS.1, FSBP-KMS.2]
#   fix: Name the ARN of the bucket, table, secret, parameter or key in the statement.
#   unknown: defer
package aws.iam.data_reads

import data.lib.iam
import data.lib.report
import data.lib.text

deny contains report.violation(rego.metadata.chain(), $"{input.address} can read the data of everybody: {told}") if {
	some document in iam.identity_documents
	actions := sort({grant.action | some grant in iam.granted_widely(document, iam.reads_data)})
	count(actions) > 0
	told := text.few(actions)
}
