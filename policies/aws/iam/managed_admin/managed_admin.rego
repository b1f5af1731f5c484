# METADATA
# title: Nobody is an administrator by AWS's policies
# description: "`AdministratorAccess`, `PowerUserAccess` and `IAMFullAccess` hold the whole account: whoever gets hold of one function then has all of them. In a plan a token that names another policy of the stack is known not to be one of them."
# custom:
#   id: AWS-IAM-004
#   severity: critical
#   types: [aws_iam_role_policy_attachment, aws_iam_user_policy_attachment, aws_iam_group_policy_attachment, aws_iam_policy_attachment, aws_iam_role, aws_iam_role_policy_attachments_exclusive, aws_iam_user_policy_attachments_exclusive, aws_iam_group_policy_attachments_exclusive, aws_ssoadmin_managed_policy_attachment]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_274, CKV_AWS_275, CKV2_AWS_56]
#   controls: [CIS-AWS-1.16, NIST-AC-6]
#   fix: Attach a policy with the exact actions that are needed.
#   unknown: set
package aws.iam.managed_admin

import data.lib.iam
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} attaches {name}, which allows {admin[name]}") if {
	some arn in iam.attached
	name := iam.managed_name(arn)
	admin[name]
}

admin := {
	"AdministratorAccess": "everything",
	"AdministratorAccess-AWSElasticBeanstalk": "passing roles and handling policies",
	"AdministratorAccess-Amplify": "passing roles and handling policies",
	"AWSOrganizationsFullAccess": "handling every account of the organisation",
	"IAMFullAccess": "giving itself any right",
	"PowerUserAccess": "everything but IAM",
	"job-function/SystemAdministrator": "passing roles and running any workload",
}
