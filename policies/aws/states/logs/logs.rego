# METADATA
# title: A state machine logs its executions
# description: "The history of an execution is looked at one by one and gone after 90 days; what is express has none. Which states fail, and since when, is in the log alone."
# custom:
#   id: AWS-SFN-001
#   severity: medium
#   types: [aws_sfn_state_machine]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_285, StepFunctionStateMachineAllLogsToCloudWatch]
#   controls: [NIST-AU-12]
#   fix: "Add `logging_configuration` with a `log_destination` and a `level` of `ALL` or `ERROR`."
#   unknown: defer
package aws.states.logs

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} logs nothing of its executions (logging_configuration)") if {
	input.type == "aws_sfn_state_machine"
	not logged
}

logged if {
	input.after.logging_configuration[0].level in {"ALL", "ERROR", "FATAL"}
}
