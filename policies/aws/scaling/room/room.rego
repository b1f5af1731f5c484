# METADATA
# title: What scales has room to
# description: "A least that is also the most is a fixed size, paid for at night and too small at the peak."
# custom:
#   id: AWS-SCALING-001
#   severity: low
#   types: [aws_appautoscaling_target, aws_autoscaling_group]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: "Set `max_capacity` (`max_size` of a group) above `min_capacity` (`min_size`)."
#   unknown: defer
package aws.scaling.room

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} scales between {least} and {most}, which is one size") if {
	types[input.type]
	some [least, most] in ranges
	is_number(most)
	least >= most
}

ranges contains [input.after.min_capacity, input.after.max_capacity]

ranges contains [input.after.min_size, input.after.max_size]

types := {"aws_appautoscaling_target", "aws_autoscaling_group"}
