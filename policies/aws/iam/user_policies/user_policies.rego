# METADATA
# title: Rights are given to roles and groups
# description: What one user may do is found nowhere but at that user, and stays when the person's task has changed.
# custom:
#   id: AWS-IAM-019
#   severity: low
#   types: [aws_iam_user_policy, aws_iam_user_policy_attachment, aws_iam_user_policy_attachments_exclusive, aws_iam_policy_attachment]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_40, AWS-0143]
#   controls: [NIST-AC-6, CIS-AWS-1.15, FSBP-IAM.2]
#   fix: Attach the policy to a role or a group.
#   unknown: defer
package aws.iam.user_policies

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} gives rights to one user") if {
	{"aws_iam_user_policy", "aws_iam_user_policy_attachment", "aws_iam_user_policy_attachments_exclusive"}[input.type]
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} gives rights to single users") if {
	input.type == "aws_iam_policy_attachment"
	count(input.after.users) > 0
}
