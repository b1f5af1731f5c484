# METADATA
# title: Queue consumers have bounded concurrency
# description: Pollers that outrun the function burn receives and send good messages to the dead-letter queue.
# custom:
#   id: AWS-LAMBDA-002
#   severity: medium
#   types: [aws_lambda_event_source_mapping]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: Set `scaling_config.maximum_concurrency`; in a declaration, `processor.maximumConcurrency`.
#   unknown: set
package aws.lambda.mapping_concurrency

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has no maximum concurrency") if {
	input.type == "aws_lambda_event_source_mapping"
	from_queue
	not bounded
}

from_queue if input.links.queue[_]

from_queue if contains(input.after.event_source_arn, ":sqs:")

bounded if input.after.scaling_config[0].maximum_concurrency > 0

bounded if input.unknown.scaling_config
