# METADATA
# title: Services of production keep two when all is quiet
# description: "Scaled down to one, a service is gone while that one restarts, moves or loses its zone."
# custom:
#   id: AWS-SCALING-002
#   severity: medium
#   types: [aws_appautoscaling_target, aws_autoscaling_group]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-10]
#   fix: "Set `min_capacity` (`min_size` of a group) to 2 or more."
#   unknown: defer
package aws.scaling.least

import data.lib.live
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} may scale production down to {least}") if {
	live.production
	some least in minima
	least < 2
}

minima contains input.after.min_capacity if {
	input.type == "aws_appautoscaling_target"
	input.after.service_namespace == "ecs"
}

minima contains input.after.min_size if input.type == "aws_autoscaling_group"
