# METADATA
# title: Jobs end
# description: "A job that hangs is paid for until somebody sees it, and keeps its place from the next one."
# custom:
#   id: AWS-BATCH-005
#   severity: medium
#   types: [aws_batch_job_definition]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: "Set `timeout.attempt_duration_seconds`."
#   unknown: defer
package aws.batch.timeout

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} may run for ever (timeout)") if {
	input.type == "aws_batch_job_definition"
	not input.after.timeout[0].attempt_duration_seconds
}
