# METADATA
# title: A state machine keeps the data of its executions out of its log
# description: "What goes into states and comes out of them is the users' own; in the log it is read by whoever looks for an error, and kept for as long as logs are."
# custom:
#   id: AWS-SFN-002
#   severity: medium
#   types: [aws_sfn_state_machine]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AU-3]
#   fix: "Set `include_execution_data` of `logging_configuration` to false."
#   unknown: defer
package aws.states.log_content

import data.lib.environment
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} logs the data of its executions (include_execution_data)") if {
	input.type == "aws_sfn_state_machine"
	input.after.logging_configuration[0].include_execution_data == true
	not throwaway
}

throwaway if environment.throwaway(input.after.tags_all.environment)
