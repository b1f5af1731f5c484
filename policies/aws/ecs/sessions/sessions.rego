# METADATA
# title: What is typed into a container is kept
# description: "ECS Exec opens a shell in a running task; with `logging` at `NONE` nobody can tell afterwards what was done there."
# custom:
#   id: AWS-ECS-007
#   severity: medium
#   types: [aws_ecs_cluster]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_223]
#   controls: [NIST-AU-2, NIST-AU-12]
#   fix: "Set `configuration.execute_command_configuration.logging` to `OVERRIDE`, with a `log_configuration`."
#   unknown: defer
package aws.ecs.sessions

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} keeps nothing of what is typed into its containers (execute_command_configuration)") if {
	input.type == "aws_ecs_cluster"
	input.after.configuration[0].execute_command_configuration[0].logging == "NONE"
}
