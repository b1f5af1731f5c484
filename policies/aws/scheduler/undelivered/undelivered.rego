# METADATA
# title: Schedules keep what they cannot deliver
# description: "EventBridge Scheduler gives up on a target after a day at most and drops what it was to send: nobody is woken, and nobody is told. A dead-letter queue keeps it."
# custom:
#   id: AWS-SCHEDULER-001
#   severity: medium
#   types: [aws_scheduler_schedule]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-11]
#   fix: Give the target a `dead_letter_config` with the `arn` of a queue that keeps no order.
#   unknown: set
package aws.scheduler.undelivered

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} drops what it cannot deliver") if {
	input.type == "aws_scheduler_schedule"
	not kept
}

kept if input.after.target[0].dead_letter_config[0].arn != ""

kept if input.unknown.target[0].dead_letter_config
