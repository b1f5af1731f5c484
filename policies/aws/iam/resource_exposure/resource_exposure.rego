# METADATA
# title: Who may use a resource is decided by name
# description: Actions that write the policy of a bucket, queue, key, function or snapshot, allowed on a wildcard resource, can open each of them to the world.
# custom:
#   id: AWS-IAM-010
#   severity: high
#   types: [aws_iam_policy, aws_iam_role_policy, aws_iam_user_policy, aws_iam_group_policy, aws_iam_role, aws_ssoadmin_permission_set_inline_policy]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_109, CKV_AWS_289]
#   controls: [NIST-AC-3]
#   fix: Name the ARN of the resource whose policy may be written, or leave that to the pipeline.
#   unknown: defer
package aws.iam.resource_exposure

import data.lib.iam
import data.lib.report
import data.lib.text

deny contains report.violation(rego.metadata.chain(), $"{input.address} can open any resource to others: {told}") if {
	some document in iam.identity_documents
	actions := sort({grant.action | some grant in iam.granted_widely(document, iam.opens_resources)})
	count(actions) > 0
	told := text.few(actions)
}
