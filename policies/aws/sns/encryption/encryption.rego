# METADATA
# title: Topics are encrypted at rest
# description: A topic stores what it has not delivered yet.
# custom:
#   id: AWS-SNS-001
#   severity: high
#   types: [aws_sns_topic]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_26, AWS-0095, SNSEncryptedKMS]
#   controls: [NIST-SC-28]
#   fix: "Set `kms_master_key_id`."
#   unknown: set
package aws.sns.encryption

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} stores messages in clear") if {
	input.type == "aws_sns_topic"
	not encrypted
}

encrypted if input.after.kms_master_key_id != ""

encrypted if input.unknown.kms_master_key_id
