# METADATA
# title: Batches of a queue are ones that Lambda takes
# description: "More than 10 messages in a batch need a window of at least a second; a FIFO queue has neither, because its order would wait. The apply fails otherwise."
# custom:
#   id: AWS-LAMBDA-017
#   severity: high
#   types: [aws_lambda_event_source_mapping]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-11]
#   fix: Set `maximum_batching_window_in_seconds` to 1 or more, or `batch_size` to 10 or less; in a declaration, `queue.batch`.
#   unknown: set
package aws.lambda.batches

import data.lib.report

# https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
deny contains report.violation(rego.metadata.chain(), $"{input.address} takes {size} messages at once without waiting for them") if {
	input.type == "aws_lambda_event_source_mapping"
	from_queue
	not input.unknown.maximum_batching_window_in_seconds
	size > 10
	window < 1
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} takes {size} messages at once from a FIFO queue (10 at most)") if {
	input.type == "aws_lambda_event_source_mapping"
	from_fifo
	size > 10
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} waits {window} s for a batch of a FIFO queue, which has no window") if {
	input.type == "aws_lambda_event_source_mapping"
	from_fifo
	window > 0
}

from_queue if input.links.queue[_]

from_queue if contains(input.after.event_source_arn, ":sqs:")

from_fifo if input.links.queue[_].after.fifo_queue

from_fifo if {
	contains(input.after.event_source_arn, ":sqs:")
	endswith(input.after.event_source_arn, ".fifo")
}

# The provider's defaults stand in for what is not set.
default size := 10

size := input.after.batch_size

default window := 0

window := input.after.maximum_batching_window_in_seconds
