# METADATA
# title: Credentials are made for one holder
# description: An action that answers with a key, a token or a password, allowed on a wildcard resource, is the identity of everybody in the account.
# custom:
#   id: AWS-IAM-008
#   severity: high
#   types: [aws_iam_policy, aws_iam_role_policy, aws_iam_user_policy, aws_iam_group_policy, aws_iam_role, aws_ssoadmin_permission_set_inline_policy]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_107, CKV_AWS_287]
#   controls: [NIST-IA-5]
#   fix: Name the ARN of the role, user or database in the statement.
#   unknown: defer
package aws.iam.credentials

import data.lib.iam
import data.lib.report
import data.lib.text

deny contains report.violation(rego.metadata.chain(), $"{input.address} hands out credentials of any kind of holder: {told}") if {
	some document in iam.identity_documents
	actions := sort({grant.action | some grant in iam.granted_widely(document, iam.hands_out_credentials)})
	count(actions) > 0
	told := text.few(actions)
}
