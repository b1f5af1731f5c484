# METADATA
# title: A rollout is watched by alarms
# description: "What nobody watches is rolled out to everybody, whatever it answers; and alarms whose state cannot be read watch nothing."
# custom:
#   id: AWS-CODEDEPLOY-002
#   severity: medium
#   types: [aws_codedeploy_deployment_group]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CM-3, NIST-SI-4]
#   fix: "Name alarms in `alarm_configuration.alarms`, set `enabled`, and leave `ignore_poll_alarm_failure` out."
#   unknown: defer
package aws.codedeploy.alarms

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is watched by no alarm (alarm_configuration)") if {
	input.type == "aws_codedeploy_deployment_group"
	not watched
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} goes on when the state of its alarms cannot be read (ignore_poll_alarm_failure)") if {
	input.type == "aws_codedeploy_deployment_group"
	input.after.alarm_configuration[0].ignore_poll_alarm_failure == true
}

watched if {
	input.after.alarm_configuration[0].enabled == true
	named
}

named if count(input.after.alarm_configuration[0].alarms) > 0

named if input.unknown.alarm_configuration[0].alarms
