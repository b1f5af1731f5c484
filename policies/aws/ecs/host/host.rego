# METADATA
# title: Tasks stay apart from their machine
# description: "A task that shares the network, the processes or the memory of its machine sees what every other task there does, and speaks to the machine's credentials."
# custom:
#   id: AWS-ECS-003
#   severity: medium
#   types: [aws_ecs_task_definition]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_335, ECSTaskDefinitionUserForHostMode]
#   controls: [NIST-SC-39, NIST-AC-6]
#   fix: "Set `network_mode` to `awsvpc`, and leave `pid_mode` and `ipc_mode` out."
#   unknown: defer
package aws.ecs.host

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} shares its machine with its containers ({mode})") if {
	input.type == "aws_ecs_task_definition"
	some mode in shared
}

shared contains "network_mode" if input.after.network_mode == "host"

shared contains "pid_mode" if input.after.pid_mode == "host"

shared contains "ipc_mode" if input.after.ipc_mode == "host"
