# METADATA
# title: Schedules are encrypted with a key of ours
# description: "Without a key of ours EventBridge Scheduler encrypts what a schedule sends with one of AWS's: nobody can revoke it, and nobody sees who uses it."
# custom:
#   id: AWS-SCHEDULER-002
#   severity: low
#   types: [aws_scheduler_schedule]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_297]
#   controls: [NIST-SC-28]
#   fix: Set `kms_key_arn` to a key of ours, which the target's role may decrypt with.
#   unknown: set
package aws.scheduler.customer_key

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is encrypted with a key of AWS's") if {
	input.type == "aws_scheduler_schedule"
	not encrypted
}

encrypted if input.after.kms_key_arn != ""

encrypted if input.unknown.kms_key_arn
