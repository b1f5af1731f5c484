# METADATA
# title: A role is passed by name, to one service
# description: "`iam:PassRole` lends a role's rights to whatever the service then runs. Without the exact ARN, or without `iam:PassedToService`, that is any role or any service."
# custom:
#   id: AWS-IAM-007
#   severity: high
#   types: [aws_iam_policy, aws_iam_role_policy, aws_iam_user_policy, aws_iam_group_policy, aws_iam_role, aws_ssoadmin_permission_set_inline_policy]
#   stages: [synth, plan]
#   aliases: [AWS-0342]
#   controls: [NIST-AC-6]
#   fix: "Name the ARN of the role in Resource and the service in a StringEquals condition on iam:PassedToService."
#   unknown: defer
package aws.iam.pass_role

import data.lib.iam
import data.lib.report
import data.lib.text

deny contains report.violation(rego.metadata.chain(), $"{input.address} may pass every role that fits {grant.resource}") if {
	some grant in passes
	text.matches_many(grant.resource)
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} may pass {grant.resource} to any service") if {
	some grant in passes
	not to_named_services(grant.statement)
}

passes := [grant |
	some document in iam.identity_documents
	some grant in iam.granted(document, {"iam:passrole": true})
]

to_named_services(statement) if {
	some services in iam.limits(statement, "iam:passedtoservice")
	every service in services {
		not text.matches_many(service)
	}
}
