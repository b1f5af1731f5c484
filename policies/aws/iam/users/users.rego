# METADATA
# title: People and programs have no IAM users
# description: "A user's password and keys live until somebody remembers them. People sign in through IAM Identity Center or another provider, programs assume a role: both get credentials that expire."
# custom:
#   id: AWS-IAM-016
#   severity: low
#   types: [aws_iam_user]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_273, CKV2_AWS_21, IAMUserGroupMembership]
#   controls: [NIST-IA-2, FSBP-IAM.26]
#   fix: Give people a permission set of IAM Identity Center and programs a role.
#   unknown: defer
package aws.iam.users

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} is a user of this account alone, with credentials that do not expire") if {
	input.type == "aws_iam_user"
}
