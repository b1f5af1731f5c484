# METADATA
# title: A job whose machine goes is tried again
# description: "A spot machine that is taken away, or a host that fails, ends the job; with one attempt the work is lost without a fault of its own."
# custom:
#   id: AWS-BATCH-006
#   severity: medium
#   types: [aws_batch_job_definition]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-10]
#   fix: "Set `retry_strategy.attempts` to 2 or more; with `evaluate_on_exit` an error of the job itself can end it at once."
#   unknown: defer
package aws.batch.attempts

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is tried once only (retry_strategy)") if {
	input.type == "aws_batch_job_definition"
	not again
}

again if {
	is_number(input.after.retry_strategy[0].attempts)
	input.after.retry_strategy[0].attempts > 1
}
