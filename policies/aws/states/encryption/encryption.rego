# METADATA
# title: A state machine is encrypted with a customer key
# description: "The history of each execution holds what its event said and its steps answered. Under a key of AWS nobody can say who may read it, or take that back."
# custom:
#   id: AWS-SFN-004
#   severity: medium
#   types: [aws_sfn_state_machine]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-28]
#   fix: "Add `encryption_configuration` with the `type` `CUSTOMER_MANAGED_KMS_KEY` and a `kms_key_id`."
#   unknown: defer
package aws.states.encryption

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted with a customer key (encryption_configuration)") if {
	input.type == "aws_sfn_state_machine"
	not encrypted
}

encrypted if {
	input.after.encryption_configuration[0].type == "CUSTOMER_MANAGED_KMS_KEY"
}
