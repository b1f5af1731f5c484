# METADATA
# title: Nobody locks us out of a key
# description: "The check refuses a policy after which nobody may change the policy again. Such a key can only be brought back by AWS Support."
# custom:
#   id: AWS-KMS-003
#   severity: high
#   types: [aws_kms_key, aws_kms_key_policy]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AC-6]
#   fix: Remove `bypass_policy_lockout_safety_check`, and let the policy name who may change it.
#   unknown: defer
package aws.kms.lockout

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} skips the check against a policy that locks everybody out") if {
	types[input.type]
	input.after.bypass_policy_lockout_safety_check == true
}

types := {"aws_kms_key", "aws_kms_key_policy"}
