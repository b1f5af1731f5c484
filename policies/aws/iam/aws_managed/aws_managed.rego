# METADATA
# title: Rights are written by whoever answers for them
# description: AWS adds actions to its managed policies without notice, most of them on every resource. A policy of one's own says what is needed.
# custom:
#   id: AWS-IAM-020
#   severity: low
#   types: [aws_iam_role_policy_attachment, aws_iam_user_policy_attachment, aws_iam_group_policy_attachment, aws_iam_policy_attachment, aws_iam_role, aws_iam_role_policy_attachments_exclusive, aws_iam_user_policy_attachments_exclusive, aws_iam_group_policy_attachments_exclusive, aws_ssoadmin_managed_policy_attachment]
#   stages: [synth, plan]
#   aliases: [IAMNoManagedPolicies]
#   controls: [NIST-AC-6]
#   fix: Write a policy with the actions that are needed, and the ARNs of the resources.
#   unknown: set
package aws.iam.aws_managed

import data.lib.iam
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} attaches {name}, which AWS widens when it likes") if {
	some arn in iam.attached
	name := iam.managed_name(arn)
	not contains(name, "FullAccess")
}
