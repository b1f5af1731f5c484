# METADATA
# title: Logs are kept for a stated time
# description: The provider fills 0 where nothing is said, and 0 means for ever.
# custom:
#   id: AWS-LOGS-002
#   severity: medium
#   types: [aws_cloudwatch_log_group]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_66, CloudWatchLogGroupRetentionPeriod]
#   controls: [NIST-AU-11]
#   fix: Set `retention_in_days`; in a declaration, `processor.logRetention`.
#   unknown: defer
package aws.logs.retention

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps its logs for ever") if {
	input.type == "aws_cloudwatch_log_group"
	not retained
}

retained if {
	is_number(input.after.retention_in_days)
	input.after.retention_in_days > 0
}
