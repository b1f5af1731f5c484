# METADATA
# title: Groups follow a target
# description: "A simple policy waits for its cooldown after each step, however the load grows, and is what AWS takes where no `policy_type` is said."
# custom:
#   id: AWS-SCALING-006
#   severity: low
#   types: [aws_autoscaling_policy]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: "Set `policy_type` to `TargetTrackingScaling` (or `StepScaling`, `PredictiveScaling`)."
#   unknown: defer
package aws.scaling.tracking

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} scales in simple steps, with a cooldown after each (policy_type)") if {
	input.type == "aws_autoscaling_policy"
	not prompt
}

prompt if {"PredictiveScaling", "StepScaling", "TargetTrackingScaling"}[input.after.policy_type]
