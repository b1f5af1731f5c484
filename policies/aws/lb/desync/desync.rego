# METADATA
# title: Load balancers stop smuggled requests
# description: "In the mode `monitor` a request that hides a second one is counted, and passed on."
# custom:
#   id: AWS-LB-004
#   severity: medium
#   types: [aws_lb, aws_alb]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_328]
#   controls: [NIST-SI-10]
#   fix: "Set `desync_mitigation_mode` to `defensive` or `strictest`."
#   unknown: defer
package aws.lb.desync

import data.lib.report

types := {"aws_lb", "aws_alb"}

deny contains report.violation(rego.metadata.chain(), $"{input.address} only watches requests that hide another one (desync_mitigation_mode)") if {
	types[input.type]
	input.after.desync_mitigation_mode == "monitor"
}
