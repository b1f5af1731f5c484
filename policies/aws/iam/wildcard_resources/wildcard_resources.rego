# METADATA
# title: Resources are named where the service allows it
# description: "`Resource: *` turns one queue's grant into every queue's. A condition on the tags or the account of the resource names it too. Actions that cannot be limited to a resource are listed in `lib/iam/resources.rego`."
# custom:
#   id: AWS-IAM-003
#   severity: high
#   types: [aws_iam_policy, aws_iam_role_policy, aws_iam_user_policy, aws_iam_group_policy, aws_iam_role, aws_ssoadmin_permission_set_inline_policy]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_111, CKV_AWS_290, CKV_AWS_355, CKV_AWS_356]
#   controls: [NIST-AC-6]
#   fix: Name the ARN of the resource in the statement.
#   unknown: defer
package aws.iam.wildcard_resources

import data.lib.iam
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} allows its actions on resource {resource}") if {
	some document in iam.identity_documents
	some statement in document.allows
	some resource in iam.wildcard_resources(statement)
}
