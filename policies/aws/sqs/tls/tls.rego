# METADATA
# title: Queues refuse plaintext
# description: "Without a statement that denies calls where `aws:SecureTransport` is false, a message can travel in clear."
# custom:
#   id: AWS-SQS-002
#   severity: high
#   types: [aws_sqs_queue]
#   stages: [synth, plan]
#   aliases: [SQS4, SQSQueueSSLRequestsOnly]
#   controls: [NIST-SC-8]
#   fix: "Give the queue a policy that denies `sqs:*` when `aws:SecureTransport` is false."
#   unknown: defer
package aws.sqs.tls

import data.lib.iam
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} accepts calls that are not encrypted in transit") if {
	input.type == "aws_sqs_queue"
	not refused
}

refused if iam.denies_plaintext(input.after.policy, "sqs")

refused if iam.denies_plaintext(input.links.policies[_].after.policy, "sqs")
