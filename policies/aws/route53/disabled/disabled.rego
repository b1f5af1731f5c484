# METADATA
# title: Health checks check
# description: "One that is disabled counts as healthy, whatever happens: nothing fails over any more, and nobody is told."
# custom:
#   id: AWS-ROUTE53-002
#   severity: medium
#   types: [aws_route53_health_check]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-7]
#   fix: "Take `disabled` out, or the health check."
#   unknown: defer
package aws.route53.disabled

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} counts as healthy whatever happens (disabled)") if {
	input.type == "aws_route53_health_check"
	input.after.disabled == true
}
