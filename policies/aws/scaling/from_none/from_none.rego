# METADATA
# title: An endpoint that may run on none can start again
# description: "With no instance there is no number of each, so that tracking never starts the first: what is asked waits until it expires. A step on `HasBacklogWithoutCapacity` does."
# custom:
#   id: AWS-SCALING-008
#   severity: high
#   types: [aws_appautoscaling_target]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: "Add an `aws_appautoscaling_policy` of the type `StepScaling` that an alarm on `HasBacklogWithoutCapacity` of the namespace `AWS/SageMaker` calls, or set `min_capacity` to 1."
#   unknown: set
package aws.scaling.from_none

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} may scale to no instance (min_capacity), and no policy of steps starts the first") if {
	input.type == "aws_appautoscaling_target"
	input.after.scalable_dimension == "sagemaker:variant:DesiredInstanceCount"
	input.after.min_capacity == 0
	not steps
	not input.unresolved.policies
}

steps if {
	some policy in input.links.policies
	policy.after.policy_type == "StepScaling"
}
