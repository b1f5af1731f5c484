# METADATA
# title: What may scale is told when
# description: "A target alone moves nothing: without a policy or a schedule the capacity stays where it is. Only a plan shows whose policy one is."
# custom:
#   id: AWS-SCALING-003
#   severity: medium
#   types: [aws_appautoscaling_target]
#   stages: [plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: "Add an `aws_appautoscaling_policy` with target tracking, or an `aws_appautoscaling_scheduled_action`."
#   unknown: set
package aws.scaling.policy

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is never told to scale {input.after.resource_id} (aws_appautoscaling_policy)") if {
	input.type == "aws_appautoscaling_target"
	not told
}

told if input.links.policies[0]

told if input.links.schedules[0]

told if input.unresolved.policies

told if input.unresolved.schedules
