# METADATA
# title: No keys that do not expire
# description: An access key works until it is deleted, from anywhere, and Terraform keeps its secret in the state. A role gives credentials that expire within hours.
# custom:
#   id: AWS-IAM-017
#   severity: high
#   types: [aws_iam_access_key]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_348, AWS-0141, AWS-0146, AWS-0167]
#   controls: [NIST-IA-5, FSBP-IAM.3, FSBP-IAM.4]
#   fix: "Let the program assume a role: of its compute, by OIDC, or by IAM Roles Anywhere."
#   unknown: defer
package aws.iam.access_keys

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} makes a key that does not expire, and its secret stands in the state") if {
	input.type == "aws_iam_access_key"
	not for_root
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} makes a key for the root of the account") if for_root

for_root if input.after.user == "root"
