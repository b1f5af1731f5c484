# METADATA
# title: A message gets a fair number of attempts
# description: "One attempt sets a good message aside when its function is throttled once; a hundred and more keep a poison message in the queue and pay for each delivery."
# custom:
#   id: AWS-SQS-005
#   severity: medium
#   types: [aws_sqs_queue, aws_sqs_queue_redrive_policy]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-11]
#   fix: Set `maxReceiveCount` of the redrive policy to 3 or more and 100 or less; in a declaration, `queue.attempts`.
#   unknown: defer
package aws.sqs.attempts

import data.lib.report
import data.lib.text

deny contains report.violation(rego.metadata.chain(), $"{input.address} sets a message aside after {attempts} attempts (3 to 100 are sensible)") if {
	types[input.type]
	attempts := text.number(text.object(input.after.redrive_policy).maxReceiveCount)
	not sensible(attempts)
}

sensible(attempts) if {
	attempts >= 3
	attempts <= 100
}

types := {"aws_sqs_queue", "aws_sqs_queue_redrive_policy"}
