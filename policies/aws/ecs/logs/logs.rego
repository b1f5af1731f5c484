# METADATA
# title: Containers log
# description: "What a container without a log driver says is gone with it. The router of FireLens, which logs for the others, is not judged."
# custom:
#   id: AWS-ECS-005
#   severity: medium
#   types: [aws_ecs_task_definition]
#   stages: [synth, plan]
#   aliases: [ECSTaskDefinitionContainerLogging, ECS7]
#   controls: [NIST-AU-2]
#   fix: "Set `logConfiguration` of the container, `awslogs` for one."
#   unknown: defer
package aws.ecs.logs

import data.lib.containers
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps nothing of what {containers.name(container)} logs (logConfiguration)") if {
	input.type == "aws_ecs_task_definition"
	some container in containers.all
	not container.logConfiguration.logDriver
	not container.firelensConfiguration.type
}
