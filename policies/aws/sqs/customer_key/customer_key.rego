# METADATA
# title: Queues are encrypted with a key of ours
# description: "The keys of SQS and the alias `alias/aws/sqs` are AWS's: nobody can revoke them, and an event source of another service cannot be let in by their policy."
# custom:
#   id: AWS-SQS-009
#   severity: low
#   types: [aws_sqs_queue]
#   stages: [synth, plan]
#   aliases: [CKV2_AWS_73, AWS-0135]
#   controls: [NIST-SC-28]
#   fix: Set `kms_master_key_id` to a key of ours.
#   unknown: set
package aws.sqs.customer_key

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} is encrypted with a key of AWS's") if {
	input.type == "aws_sqs_queue"
	key_of_aws
}

key_of_aws if input.after.kms_master_key_id == "alias/aws/sqs"

key_of_aws if {
	input.after.sqs_managed_sse_enabled == true
	not input.after.kms_master_key_id
	not input.unknown.kms_master_key_id
}
