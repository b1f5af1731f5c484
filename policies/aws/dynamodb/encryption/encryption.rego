# METADATA
# title: Tables are encrypted with a key of ours
# description: The key DynamoDB uses by default cannot be audited or revoked.
# custom:
#   id: AWS-DDB-001
#   severity: high
#   types: [aws_dynamodb_table]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_119, AWS-0025]
#   controls: [NIST-SC-28]
#   fix: "Set `server_side_encryption` with `enabled` and `kms_key_arn`."
#   unknown: set
package aws.dynamodb.encryption

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted with a key of ours") if {
	input.type == "aws_dynamodb_table"
	not encrypted
}

encrypted if {
	input.after.server_side_encryption[0].enabled
	input.after.server_side_encryption[0].kms_key_arn != ""
}

encrypted if input.unknown.server_side_encryption
