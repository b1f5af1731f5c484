# METADATA
# title: A worker scales by what waits for it
# description: "A worker of a queue that waits for a database has a long queue and an idle CPU, and is not scaled. Judged are services of ECS that no load balancer and no other service calls, and that scale by CPU or memory alone."
# custom:
#   id: AWS-SCALING-005
#   severity: low
#   types: [aws_appautoscaling_policy]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5]
#   fix: "Add a policy that tracks the backlog of each task: messages divided by running tasks."
#   unknown: set
package aws.scaling.workers

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} scales {service.address} by {metric}, and nobody calls it: a worker follows its backlog") if {
	input.type == "aws_appautoscaling_policy"
	metric := input.after.target_tracking_scaling_policy_configuration[0].predefined_metric_specification[0].predefined_metric_type
	own[metric]
	some target in input.links.target
	every policy in target.links.policies {
		own[policy.after.target_tracking_scaling_policy_configuration[0].predefined_metric_specification[0].predefined_metric_type]
	}
	some service in target.links.service
	not called(service.after)
}

# What a task says of itself, not of what waits for it.
own := {"ECSServiceAverageCPUUtilization", "ECSServiceAverageMemoryUtilization"}

called(service) if {
	some name in ["load_balancer", "service_connect_configuration", "service_registries"]
	count(service[name]) > 0
}
