# METADATA
# title: Logs are kept long enough, and not much longer
# description: "After a weekend and a holiday someone must still find the cause; a year and a month is what audits ask for. Beyond, logs cost more than they tell and hold data that should be gone."
# custom:
#   id: AWS-LOGS-003
#   severity: low
#   types: [aws_cloudwatch_log_group]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AU-11]
#   fix: Set `retention_in_days` to 7 or more and 400 or less; in a declaration, `processor.logRetention`.
#   unknown: defer
package aws.logs.retention_bounds

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} keeps its logs for {days} days (7 to 400 are sensible)") if {
	input.type == "aws_cloudwatch_log_group"
	days := input.after.retention_in_days
	is_number(days)
	days > 0
	not sensible(days)
}

sensible(days) if {
	days >= 7
	days <= 400
}
