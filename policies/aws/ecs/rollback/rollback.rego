# METADATA
# title: A deployment that fails is taken back
# description: "Without a circuit breaker ECS starts tasks that die, again and again, until somebody looks."
# custom:
#   id: AWS-ECS-001
#   severity: medium
#   types: [aws_ecs_service]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-10]
#   fix: "Set `deployment_circuit_breaker.enable` and `.rollback`, or `alarms` with both."
#   unknown: defer
package aws.ecs.rollback

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not take back a deployment that fails (deployment_circuit_breaker)") if {
	input.type == "aws_ecs_service"
	not broken_off
	not watched
	not left_to_others
}

broken_off if {
	input.after.deployment_circuit_breaker[0].enable == true
	input.after.deployment_circuit_breaker[0].rollback == true
}

watched if {
	input.after.alarms[0].enable == true
	input.after.alarms[0].rollback == true
}

# Who deploys takes back too.
left_to_others if {"CODE_DEPLOY", "EXTERNAL"}[input.after.deployment_controller[0].type]
