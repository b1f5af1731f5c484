# METADATA
# title: A state machine is traced
# description: "A trace that begins at a function does not show which execution waited for it, how often it was tried and what came before."
# custom:
#   id: AWS-SFN-003
#   severity: low
#   types: [aws_sfn_state_machine]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_284, StepFunctionStateMachineXray]
#   controls: [NIST-AU-12]
#   fix: "Set `enabled` of `tracing_configuration`."
#   unknown: defer
package aws.states.tracing

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not traced (tracing_configuration)") if {
	input.type == "aws_sfn_state_machine"
	not input.after.tracing_configuration[0].enabled
}
