# METADATA
# title: Event buses are encrypted with a key of ours
# description: "Without a key of ours EventBridge encrypts events with one of AWS's: nobody can revoke it, and nobody sees who uses it."
# custom:
#   id: AWS-EVENTS-001
#   severity: low
#   types: [aws_cloudwatch_event_bus]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-28]
#   fix: Set `kms_key_identifier` to a key of ours.
#   unknown: set
package aws.events.customer_key

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is encrypted with a key of AWS's") if {
	input.type == "aws_cloudwatch_event_bus"
	not encrypted
}

encrypted if input.after.kms_key_identifier != ""

encrypted if input.unknown.kms_key_identifier
