# METADATA
# title: A message lives through its attempts
# description: "A message that expires before its last attempt never reaches the dead-letter queue: it is lost, and no alarm sees it."
# custom:
#   id: AWS-SQS-010
#   severity: high
#   types: [aws_sqs_queue]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-11]
#   fix: Raise `message_retention_seconds` above `maxReceiveCount` times `visibility_timeout_seconds`; in a declaration, `queue.retention`.
#   unknown: defer
package aws.sqs.lives_long_enough

import data.lib.report
import data.lib.text

deny contains report.violation(rego.metadata.chain(), $"{input.address} keeps a message for {kept} s, its {attempts} attempts take {needed} s") if {
	input.type == "aws_sqs_queue"
	not input.unknown.message_retention_seconds
	not input.unknown.visibility_timeout_seconds
	attempts := text.number(text.object(input.after.redrive_policy).maxReceiveCount)
	needed := attempts * visibility
	kept < needed
}

# The provider's defaults stand in for what is not set.
default visibility := 30

visibility := input.after.visibility_timeout_seconds

default kept := 345600

kept := input.after.message_retention_seconds
