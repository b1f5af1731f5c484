# METADATA
# title: Keys are rotated every year
# description: "Only symmetric keys that AWS made can be rotated by AWS; keys for signing, of a custom key store and those in which material was imported are not judged."
# custom:
#   id: AWS-KMS-001
#   severity: medium
#   types: [aws_kms_key]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_7, AWS-0065, KMSBackingKeyRotationEnabled]
#   controls: [CIS-AWS-3.6, NIST-SC-12]
#   fix: Set `enable_key_rotation` to true, and `rotation_period_in_days` to 365 or less or not at all.
#   unknown: defer
package aws.kms.rotation

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not rotated") if {
	input.type == "aws_kms_key"
	symmetric
	not input.after.custom_key_store_id
	not input.after.enable_key_rotation
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} is rotated every {input.after.rotation_period_in_days} days only") if {
	input.type == "aws_kms_key"
	is_number(input.after.rotation_period_in_days)
	input.after.rotation_period_in_days > 365
}

symmetric if {
	specification == "SYMMETRIC_DEFAULT"
	use == "ENCRYPT_DECRYPT"
}

default specification := "SYMMETRIC_DEFAULT"

specification := input.after.customer_master_key_spec

default use := "ENCRYPT_DECRYPT"

use := input.after.key_usage
