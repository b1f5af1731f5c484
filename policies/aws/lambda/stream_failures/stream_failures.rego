# METADATA
# title: Stream consumers get past a poison record
# description: "Lambda retries a batch of a stream until it expires, days later, and holds up its shard. A bound, a destination for what is given up and a smaller batch keep one record from stopping all."
# custom:
#   id: AWS-LAMBDA-012
#   severity: high
#   types: [aws_lambda_event_source_mapping]
#   stages: [synth, plan]
#   aliases: [LambdaEventSourceMappingDestination]
#   controls: [NIST-SI-11]
#   fix: Set `maximum_retry_attempts`, `destination_config.on_failure`, and `bisect_batch_on_function_error` or `ReportBatchItemFailures`.
#   unknown: set
package aws.lambda.stream_failures

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} {problem}") if {
	input.type == "aws_lambda_event_source_mapping"
	from_stream
	some problem in problems
}

from_stream if input.links.stream[_]

from_stream if contains(input.after.event_source_arn, ":kinesis:")

from_stream if contains(input.after.event_source_arn, ":dynamodb:")

problems contains "retries a record that cannot be handled until it expires" if not bounded

problems contains "drops records that cannot be handled" if not delivered

problems contains "gives back a whole batch for one record" if not partial

# The provider writes -1 for "for ever".
bounded if input.after.maximum_retry_attempts >= 0

bounded if input.after.maximum_record_age_in_seconds >= 0

bounded if input.unknown.maximum_retry_attempts

bounded if input.unknown.maximum_record_age_in_seconds

delivered if input.after.destination_config[0].on_failure[0].destination_arn != ""

delivered if input.unknown.destination_config

partial if input.after.bisect_batch_on_function_error

partial if input.unknown.bisect_batch_on_function_error

partial if "ReportBatchItemFailures" in input.after.function_response_types

partial if input.unknown.function_response_types
