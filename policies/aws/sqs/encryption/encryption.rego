# METADATA
# title: Queues are encrypted at rest
# description: A message body is data at rest from the moment it is accepted.
# custom:
#   id: AWS-SQS-001
#   severity: high
#   types: [aws_sqs_queue]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_27, AWS-0096, SQS2, SQSQueueSSE]
#   controls: [NIST-SC-28]
#   fix: Set `kms_master_key_id`, or `sqs_managed_sse_enabled`.
#   unknown: set
package aws.sqs.encryption

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} stores messages in clear") if {
	input.type == "aws_sqs_queue"
	not encrypted
}

encrypted if input.after.kms_master_key_id != ""

encrypted if input.after.sqs_managed_sse_enabled

encrypted if input.unknown.kms_master_key_id

encrypted if input.unknown.sqs_managed_sse_enabled
