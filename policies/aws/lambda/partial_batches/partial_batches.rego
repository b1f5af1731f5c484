# METADATA
# title: Queue consumers report partial batches
# description: Without it one poison message sends its whole batch back, and the good ones with it.
# custom:
#   id: AWS-LAMBDA-001
#   severity: high
#   types: [aws_lambda_event_source_mapping]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-11]
#   fix: "Set `function_response_types` to `[\"ReportBatchItemFailures\"]`."
#   unknown: set
package aws.lambda.partial_batches

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not report partial batch failures") if {
	input.type == "aws_lambda_event_source_mapping"
	from_queue
	not reports
}

from_queue if input.links.queue[_]

from_queue if contains(input.after.event_source_arn, ":sqs:")

reports if "ReportBatchItemFailures" in input.after.function_response_types

reports if input.unknown.function_response_types
