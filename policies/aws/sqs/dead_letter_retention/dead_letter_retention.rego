# METADATA
# title: Dead letters outlive their source
# description: "A message keeps the age it had in its source queue: a dead-letter queue that keeps no longer than its source loses it on arrival, before anyone looks."
# custom:
#   id: AWS-SQS-006
#   severity: high
#   types: [aws_sqs_queue]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-11]
#   fix: Raise `message_retention_seconds` of the dead-letter queue above its source's; in a declaration, `queue.deadLetterRetention`.
#   unknown: defer
package aws.sqs.dead_letter_retention

import data.lib.report

# https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
deny contains report.violation(rego.metadata.chain(), $"{input.address} keeps messages for {kept} s, its source {source.address} for {waiting} s") if {
	input.type == "aws_sqs_queue"
	not input.unknown.message_retention_seconds
	some source in input.links.sources
	not source.unknown.message_retention_seconds
	waiting := object.get(source.after, "message_retention_seconds", standard)
	kept <= waiting
}

# The provider's default stands in for what is not set.
default kept := 345600

kept := input.after.message_retention_seconds

standard := 345600
