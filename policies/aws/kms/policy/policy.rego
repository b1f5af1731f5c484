# METADATA
# title: Keys say who may use them
# description: "Without a policy of its own a key has the one of its console or API default; who may use it must stand in the configuration."
# custom:
#   id: AWS-KMS-004
#   severity: low
#   types: [aws_kms_key]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_64]
#   controls: [NIST-AC-6]
#   fix: Set `policy`, or add an `aws_kms_key_policy`.
#   unknown: set
package aws.kms.policy

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not say who may use it") if {
	input.type == "aws_kms_key"
	not stated
}

stated if input.after.policy != ""

stated if input.unknown.policy

stated if input.links.policies[_]

stated if input.unresolved.policies
