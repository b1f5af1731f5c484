# METADATA
# title: No policy is for everything
# description: "`Action: *` on `Resource: *`, `iam:*` on it (which can give itself the rest) and `NotAction` make an administrator of whoever holds the policy."
# custom:
#   id: AWS-IAM-005
#   severity: critical
#   types: [aws_iam_policy, aws_iam_role_policy, aws_iam_user_policy, aws_iam_group_policy, aws_iam_role, aws_ssoadmin_permission_set_inline_policy]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_1, CKV_AWS_62, CKV2_AWS_40, IAMPolicyNoStatementsWithAdminAccess]
#   controls: [CIS-AWS-1.16, NIST-AC-6]
#   fix: Name the exact actions and the ARN of the resource in the statement.
#   unknown: defer
package aws.iam.full_admin

import data.lib.iam
import data.lib.report
import data.lib.text

deny contains report.violation(rego.metadata.chain(), $"{input.address} allows {what} on every resource") if {
	some document in iam.identity_documents
	some statement in document.allows
	some resource in iam.resource_patterns(statement)
	iam.wide(resource)
	some what in powers(statement)
}

powers(statement) := {what |
	some action in iam.action_patterns(statement)
	what := power(lower(action))
	not statement.notaction
} | {$"every action but {names}" |
	names := concat(", ", text.list(statement.notaction))
}

power(action) := "every action" if trim(action, "*?:") == ""

power(action) := "every action of IAM" if {
	trim(action, "*?:") != ""
	text.covers(action, "iam:*")
}
