# METADATA
# title: Targets are asked whether they are well
# description: "A target that is never asked, or asked at `/`, gets requests while it cannot answer them, and none after it could."
# custom:
#   id: AWS-LB-008
#   severity: medium
#   types: [aws_lb_target_group, aws_alb_target_group]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_261]
#   controls: [NIST-CP-10]
#   fix: "Add `health_check` with the `path` that tells."
#   unknown: defer
package aws.lb.health

import data.lib.report

types := {"aws_lb_target_group", "aws_alb_target_group"}

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not say where to ask whether a target is well (health_check.path)") if {
	types[input.type]
	web[input.after.protocol]
	not input.after.health_check[0].path
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} asks no target whether it is well (health_check.enabled)") if {
	types[input.type]
	input.after.health_check[0].enabled == false
}

web := {"HTTP", "HTTPS"}
