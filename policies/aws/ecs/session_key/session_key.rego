# METADATA
# title: Sessions in a container are encrypted with a key of ours
# description: "A shell shows whatever the task may read. With a key of our own, who may open a session and read its log is decided by the key too."
# custom:
#   id: AWS-ECS-008
#   severity: low
#   types: [aws_ecs_cluster]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_224]
#   controls: [NIST-SC-12]
#   fix: "Set `configuration.execute_command_configuration.kms_key_id`, and in its `log_configuration` `cloud_watch_encryption_enabled` or `s3_bucket_encryption_enabled`."
#   unknown: set
package aws.ecs.session_key

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} encrypts sessions in its containers with no key of ours (kms_key_id)") if {
	input.type == "aws_ecs_cluster"
	input.after.configuration[0].execute_command_configuration[0].logging
	not own_key
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not ask that logs of sessions are encrypted (log_configuration)") if {
	input.type == "aws_ecs_cluster"
	input.after.configuration[0].execute_command_configuration[0].logging == "OVERRIDE"
	not encrypted
}

own_key if input.after.configuration[0].execute_command_configuration[0].kms_key_id

own_key if input.unknown.configuration[0].execute_command_configuration[0].kms_key_id

encrypted if input.after.configuration[0].execute_command_configuration[0].log_configuration[0].cloud_watch_encryption_enabled == true

encrypted if input.after.configuration[0].execute_command_configuration[0].log_configuration[0].s3_bucket_encryption_enabled == true
