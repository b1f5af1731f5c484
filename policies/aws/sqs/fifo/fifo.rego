# METADATA
# title: Order survives the dead-letter queue
# description: AWS takes only a FIFO queue as dead-letter queue of a FIFO queue, and only a standard one of a standard one; the apply fails otherwise.
# custom:
#   id: AWS-SQS-008
#   severity: high
#   types: [aws_sqs_queue]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-11]
#   fix: Give the dead-letter queue the same `fifo_queue` as its source.
#   unknown: defer
package aws.sqs.fifo

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} is a {kinds[fifo]} queue, its source {source.address} a {kinds[not_fifo]} one") if {
	input.type == "aws_sqs_queue"
	not input.unknown.fifo_queue
	not_fifo := fifo == false
	some source in input.links.sources
	not source.unknown.fifo_queue
	object.get(source.after, "fifo_queue", false) == not_fifo
}

default fifo := false

fifo := input.after.fifo_queue

kinds := {true: "FIFO", false: "standard"}
