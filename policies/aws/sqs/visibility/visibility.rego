# METADATA
# title: Visibility outlasts the function
# description: A message that becomes visible while it is being handled is handled twice. AWS asks for six times the function's timeout, and the batch window on top.
# custom:
#   id: AWS-SQS-004
#   severity: high
#   types: [aws_sqs_queue]
#   stages: [synth, plan]
#   aliases: [LambdaEventSourceSQSVisibilityTimeout]
#   controls: [NIST-SI-13]
#   fix: Raise `visibility_timeout_seconds` to what the message says, or lower the function's timeout; in a declaration, leave `queue.visibilityTimeout` out.
#   unknown: defer
package aws.sqs.visibility

import data.lib.report

# https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
deny contains report.violation(rego.metadata.chain(), $"{input.address} hides a message for {visibility} s, its function needs {needed} s (6 x timeout + batch window)") if {
	input.type == "aws_sqs_queue"
	not input.unknown.visibility_timeout_seconds
	count(needs) > 0
	needed := max(needs)
	visibility < needed
}

needs contains seconds if {
	some mapping in input.links.mappings
	some timeout in timeouts(mapping)
	seconds := (6 * timeout) + window(mapping)
}

# The provider's defaults stand in for what is not set.
default visibility := 30

visibility := input.after.visibility_timeout_seconds

window(mapping) := seconds if {
	seconds := mapping.after.maximum_batching_window_in_seconds
} else := 0

timeouts(mapping) := {timeout |
	some called in array.concat(functions(mapping), through(mapping))
	timeout := seconds_of(called)
}

through(mapping) := [called |
	some alias in mapping.links.alias
	some called in functions(alias)
]

functions(caller) := [called |
	some called in caller.links.function
	not called.unknown.timeout
]

seconds_of(called) := seconds if {
	seconds := called.after.timeout
} else := 3
