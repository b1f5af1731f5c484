# METADATA
# title: A rollout that fails is taken back
# description: "Without automatic rollback CodeDeploy stops where it is: a part of the calls stays with a version that is known to be bad."
# custom:
#   id: AWS-CODEDEPLOY-001
#   severity: medium
#   types: [aws_codedeploy_deployment_group]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CM-3, NIST-CP-10]
#   fix: "Set `auto_rollback_configuration.enabled`, with the events `DEPLOYMENT_FAILURE` and `DEPLOYMENT_STOP_ON_ALARM`."
#   unknown: defer
package aws.codedeploy.rollback

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not take back a rollout on {event} (auto_rollback_configuration)") if {
	input.type == "aws_codedeploy_deployment_group"
	some event in ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]
	not taken_back_on[event]
}

taken_back_on contains event if {
	input.after.auto_rollback_configuration[0].enabled == true
	some event in input.after.auto_rollback_configuration[0].events
}
