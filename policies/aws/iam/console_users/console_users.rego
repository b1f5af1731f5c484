# METADATA
# title: Nobody signs in by a password of this account
# description: Terraform can set a console password but no second factor, and it keeps the password in the state. People sign in through IAM Identity Center, which demands the second factor.
# custom:
#   id: AWS-IAM-018
#   severity: medium
#   types: [aws_iam_user_login_profile]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_22, AWS-0145]
#   controls: [NIST-IA-2, FSBP-IAM.5]
#   fix: Remove the login profile; give the person a permission set of IAM Identity Center.
#   unknown: defer
package aws.iam.console_users

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} lets a user of this account sign in by a password alone") if {
	input.type == "aws_iam_user_login_profile"
}
