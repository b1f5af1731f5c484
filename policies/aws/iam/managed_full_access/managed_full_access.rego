# METADATA
# title: Nobody holds a whole service
# description: "`AmazonS3FullAccess` and its like allow every action on every bucket, queue or table of the account, deleting included."
# custom:
#   id: AWS-IAM-021
#   severity: high
#   types: [aws_iam_role_policy_attachment, aws_iam_user_policy_attachment, aws_iam_group_policy_attachment, aws_iam_policy_attachment, aws_iam_role, aws_iam_role_policy_attachments_exclusive, aws_iam_user_policy_attachments_exclusive, aws_iam_group_policy_attachments_exclusive, aws_ssoadmin_managed_policy_attachment]
#   stages: [synth, plan]
#   controls: [NIST-AC-6]
#   fix: Write a policy with the actions that are needed, and the ARNs of the resources.
#   unknown: set
package aws.iam.managed_full_access

import data.lib.iam
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} attaches {name}: every action of a service on every resource") if {
	some arn in iam.attached
	name := iam.managed_name(arn)
	contains(name, "FullAccess")
}
