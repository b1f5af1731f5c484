# METADATA
# title: Plain HTTP only sends to HTTPS
# description: "What a browser sends before the first answer, cookies included, is readable on the way. A listener of plain HTTP has one use: to say where HTTPS is."
# custom:
#   id: AWS-LB-001
#   severity: high
#   types: [aws_lb_listener, aws_alb_listener]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_2, CKV2_AWS_20, AWS-0054, ALBHttpToHttpsRedirection]
#   controls: [NIST-SC-8]
#   fix: "Let the `default_action` of the listener be a `redirect` whose `protocol` is `HTTPS`."
#   unknown: defer
package aws.lb.plain_http

import data.lib.report

types := {"aws_lb_listener", "aws_alb_listener"}

deny contains report.finding(rego.metadata.chain(), $"{input.address} answers in plain HTTP") if {
	types[input.type]
	input.after.protocol == "HTTP"
	not redirects
}

redirects if input.after.default_action[0].redirect[0].protocol == "HTTPS"
