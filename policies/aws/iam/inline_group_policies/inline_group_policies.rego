# METADATA
# title: Policies of groups have a name of their own
# description: "A policy inside a group can be neither versioned nor attached elsewhere nor found by its name. (The policy of a role belongs inside: it lives and dies with its one workload, and no other can borrow it.)"
# custom:
#   id: AWS-IAM-025
#   severity: low
#   types: [aws_iam_group_policy]
#   stages: [synth, plan]
#   controls: [NIST-AC-6]
#   fix: Make an aws_iam_policy of it and attach that to the group.
#   unknown: defer
package aws.iam.inline_group_policies

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} is a policy that lives in one group only") if {
	input.type == "aws_iam_group_policy"
}
