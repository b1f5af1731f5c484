# METADATA
# title: What starts a task is not what the task may do
# description: "The execution role pulls images and reads secrets before the task runs. Given to the task as well, it hands the code the secrets of its start."
# custom:
#   id: AWS-ECS-013
#   severity: medium
#   types: [aws_ecs_task_definition]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_249]
#   controls: [NIST-AC-6]
#   fix: "Give `task_role_arn` a role of its own."
#   unknown: set
package aws.ecs.roles

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} runs with the role that starts it (task_role_arn)") if {
	input.type == "aws_ecs_task_definition"
	same
}

same if input.after.task_role_arn == input.after.execution_role_arn

# Of a role in the same stack nobody knows the ARN yet.
same if input.links.task_role[0].address == input.links.execution_role[0].address
