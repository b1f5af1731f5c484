# METADATA
# title: Load balancers log requests
# description: "Who asked for what, and which target answered how slowly, is in no metric."
# custom:
#   id: AWS-LB-006
#   severity: low
#   types: [aws_lb, aws_alb]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_91, ELBLoggingEnabled]
#   controls: [NIST-AU-12]
#   fix: "Add `access_logs` with a bucket, and set `enabled`."
#   unknown: defer
package aws.lb.access_logs

import data.lib.report

types := {"aws_lb", "aws_alb"}

deny contains report.finding(rego.metadata.chain(), $"{input.address} logs no requests (access_logs)") if {
	types[input.type]
	input.after.load_balancer_type != "gateway"
	not logs
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} logs no requests (access_logs)") if {
	types[input.type]
	not input.after.load_balancer_type
	not logs
}

logs if input.after.access_logs[0].enabled == true
