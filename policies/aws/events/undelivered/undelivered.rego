# METADATA
# title: Rules keep what they cannot deliver
# description: "EventBridge gives up on a target after a day at most, at once where it may not reach it, and drops the event. A dead-letter queue keeps it."
# custom:
#   id: AWS-EVENTS-002
#   severity: medium
#   types: [aws_cloudwatch_event_target]
#   stages: [synth, plan]
#   aliases: [EventBusDLQ]
#   controls: [NIST-SI-11]
#   fix: Give the target a `dead_letter_config` with the `arn` of a queue.
#   unknown: set
package aws.events.undelivered

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} drops what it cannot deliver") if {
	input.type == "aws_cloudwatch_event_target"
	not kept
}

kept if input.after.dead_letter_config[0].arn != ""

kept if input.unknown.dead_letter_config
