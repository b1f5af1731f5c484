# METADATA
# title: Queues have a dead-letter queue
# description: A message that cannot be handled must end where someone looks. A queue that is itself a redrive target, says which queues may make it one, or keeps what EventBridge, SNS or Lambda could not deliver needs none.
# custom:
#   id: AWS-SQS-003
#   severity: high
#   types: [aws_sqs_queue]
#   stages: [synth, plan]
#   aliases: [SQS3, SQSQueueDLQ, SQSRedrivePolicy]
#   controls: [NIST-SI-11]
#   fix: "Give the queue a `redrive_policy`."
#   unknown: set
package aws.sqs.dead_letters

import data.lib.report
import data.lib.text

deny contains report.finding(rego.metadata.chain(), $"{input.address} has no dead-letter queue") if {
	input.type == "aws_sqs_queue"
	not redriven
	not redrive_target
}

redriven if text.object(input.after.redrive_policy).deadLetterTargetArn

redriven if input.unknown.redrive_policy

redriven if input.links.redrives[_]

redriven if input.unresolved.redrives

redrive_target if input.links.sources[_]

redrive_target if input.unresolved.sources

redrive_target if input.links.redrivers[_]

redrive_target if input.unresolved.redrivers

redrive_target if input.links.undelivered[_]

redrive_target if input.unresolved.undelivered

redrive_target if text.object(input.after.redrive_allow_policy).redrivePermission == "byQueue"

redrive_target if input.unknown.redrive_allow_policy
