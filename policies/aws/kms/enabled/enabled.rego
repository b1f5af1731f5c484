# METADATA
# title: Keys are in use
# description: "A disabled key decrypts nothing: whatever it encrypts fails from the next call on. Switched off to retire it, it is scheduled for deletion instead."
# custom:
#   id: AWS-KMS-005
#   severity: low
#   types: [aws_kms_key]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_227]
#   controls: [NIST-SC-12]
#   fix: Remove `is_enabled`, or the key.
#   unknown: defer
package aws.kms.enabled

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} is disabled: what it encrypts cannot be read") if {
	input.type == "aws_kms_key"
	input.after.is_enabled == false
}
