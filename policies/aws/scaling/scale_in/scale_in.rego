# METADATA
# title: What is scaled out comes back
# description: "With `disable_scale_in` the capacity of the largest peak is paid for from then on."
# custom:
#   id: AWS-SCALING-007
#   severity: low
#   types: [aws_appautoscaling_policy, aws_autoscaling_policy]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SA-2]
#   fix: "Leave `disable_scale_in` out, and lengthen `scale_in_cooldown` where it comes back too early."
#   unknown: defer
package aws.scaling.scale_in

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} never scales in (disable_scale_in)") if {
	types[input.type]
	stuck
}

stuck if input.after.target_tracking_scaling_policy_configuration[0].disable_scale_in == true

stuck if input.after.target_tracking_configuration[0].disable_scale_in == true

types := {"aws_appautoscaling_policy", "aws_autoscaling_policy"}
