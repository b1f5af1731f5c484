# METADATA
# title: Tasks say whose they are
# description: "Fargate is billed by the task: a task without tags is nobody's cost. ECS gives them none unless it is told."
# custom:
#   id: AWS-ECS-014
#   severity: low
#   types: [aws_ecs_service]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CM-8]
#   fix: "Set `propagate_tags` to `SERVICE` or `TASK_DEFINITION`."
#   unknown: defer
package aws.ecs.tags

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} gives its tasks no tags (propagate_tags)") if {
	input.type == "aws_ecs_service"
	not tagged
}

tagged if {"SERVICE", "TASK_DEFINITION"}[input.after.propagate_tags]
