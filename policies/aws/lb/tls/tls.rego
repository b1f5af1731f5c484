# METADATA
# title: Listeners speak TLS 1.2 or later
# description: "Without a policy of its own a listener also speaks TLS 1.0, which is broken."
# custom:
#   id: AWS-LB-002
#   severity: high
#   types: [aws_lb_listener, aws_alb_listener]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_103, CKV2_AWS_74, AWS-0047]
#   controls: [NIST-SC-8]
#   fix: "Set `ssl_policy` to `ELBSecurityPolicy-TLS13-1-2-2021-06`."
#   unknown: defer
package aws.lb.tls

import data.lib.report

types := {"aws_lb_listener", "aws_alb_listener"}

deny contains report.finding(rego.metadata.chain(), $"{input.address} speaks TLS older than 1.2 (ssl_policy)") if {
	types[input.type]
	encrypted[input.after.protocol]
	not modern
}

encrypted := {"HTTPS", "TLS"}

modern if {
	some prefix in ["FS-1-2-", "TLS-1-2-", "TLS13-1-2-", "TLS13-1-3-"]
	startswith(input.after.ssl_policy, $"ELBSecurityPolicy-{prefix}")
}
