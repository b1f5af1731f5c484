# METADATA
# title: Services of production outlive a task
# description: "With one task the service is gone while it restarts, moves or loses its zone. What scales is judged by AWS-SCALING-002."
# custom:
#   id: AWS-ECS-010
#   severity: medium
#   types: [aws_ecs_service]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-10]
#   fix: "Set `desired_count` to 2 or more, or scale it by an `aws_appautoscaling_target`."
#   unknown: defer
package aws.ecs.copies

import data.lib.live
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has fewer than two tasks in production (desired_count)") if {
	input.type == "aws_ecs_service"
	live.production
	not several
	not input.after.scheduling_strategy == "DAEMON"
	not input.links.scaling[0]
	not input.unresolved.scaling
}

several if {
	is_number(input.after.desired_count)
	input.after.desired_count > 1
}
