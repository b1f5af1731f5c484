# METADATA
# title: No rights that lead to more rights
# description: "Some actions, alone or together, let their holder take any right there is: write a policy, pass a role to a function of one's own, reset somebody's password. The ways are those of https://pathfinding.cloud; the first action of each must be allowed on a wildcard resource. A condition on `iam:PermissionsBoundary`, `iam:PolicyARN` or a resource tag closes it, and so does `iam:PassedToService` for another service."
# custom:
#   id: AWS-IAM-006
#   severity: critical
#   types: [aws_iam_policy, aws_iam_role_policy, aws_iam_user_policy, aws_iam_group_policy, aws_iam_role, aws_ssoadmin_permission_set_inline_policy]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_110, CKV_AWS_286]
#   controls: [NIST-AC-6]
#   fix: "Name the ARN of the role, policy or function that is meant, or add a condition on iam:PermissionsBoundary."
#   unknown: defer
package aws.iam.escalation

import data.lib.iam
import data.lib.report
import data.lib.text

deny contains report.violation(rego.metadata.chain(), $"{input.address} opens ways to more rights: {told}") if {
	some document in iam.identity_documents
	ways := sort({name(way) | some way in iam.open_ways(document)})
	count(ways) > 0
	told := text.few(ways)
}

name(way) := $"{steps} (pathfinding.cloud/paths/{way.path})" if {
	way.path
	steps := concat(" + ", way.steps)
}

name(way) := concat(" + ", way.steps) if not way.path
