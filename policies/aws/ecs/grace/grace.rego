# METADATA
# title: Tasks have time to start before they are judged
# description: "Without a grace period the load balancer finds a task unhealthy while it starts, and ECS kills it before it served anybody."
# custom:
#   id: AWS-ECS-011
#   severity: low
#   types: [aws_ecs_service]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-10]
#   fix: "Set `health_check_grace_period_seconds` to more than a start takes."
#   unknown: set
package aws.ecs.grace

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} gives its tasks no time to start (health_check_grace_period_seconds)") if {
	input.type == "aws_ecs_service"
	input.after.load_balancer[_].container_port
	not patient
}

patient if {
	is_number(input.after.health_check_grace_period_seconds)
	input.after.health_check_grace_period_seconds > 0
}
