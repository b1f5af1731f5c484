# METADATA
# title: Log groups are encrypted with a key of ours
# description: Logs quote the data they speak of.
# custom:
#   id: AWS-LOGS-001
#   severity: medium
#   types: [aws_cloudwatch_log_group]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_158, AWS-0017, CloudWatchLogGroupEncrypted]
#   controls: [NIST-SC-28]
#   fix: "Set `kms_key_id`."
#   unknown: set
package aws.logs.encryption

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted with a key of ours") if {
	input.type == "aws_cloudwatch_log_group"
	not encrypted
}

encrypted if input.after.kms_key_id != ""

encrypted if input.unknown.kms_key_id
