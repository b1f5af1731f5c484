# METADATA
# title: Files travel encrypted to tasks
# description: "Without it whoever listens inside the VPC reads each file that a task opens."
# custom:
#   id: AWS-ECS-012
#   severity: high
#   types: [aws_ecs_task_definition]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_97, AWS-0035]
#   controls: [NIST-SC-8]
#   fix: "Set `transit_encryption` of `efs_volume_configuration` to `ENABLED`."
#   unknown: set
package aws.ecs.files

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} mounts files unencrypted (transit_encryption)") if {
	input.type == "aws_ecs_task_definition"
	some i
	count(input.after.volume[i].efs_volume_configuration) > 0
	not encrypted(i)
}

encrypted(i) if input.after.volume[i].efs_volume_configuration[0].transit_encryption == "ENABLED"

# As it is written: a block within a block may be an object there.
encrypted(i) if input.after.volume[i].efs_volume_configuration.transit_encryption == "ENABLED"

encrypted(i) if input.unknown.volume[i].efs_volume_configuration[0].transit_encryption
