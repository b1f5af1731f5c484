# METADATA
# title: No security group opens more than the web to everybody
# description: "What the internet may reach is a web server: 443, and 80 to send browsers there. Anything else that is open is open by mistake."
# custom:
#   id: AWS-SG-002
#   severity: high
#   types: [aws_default_security_group, aws_security_group, aws_security_group_rule, aws_vpc_security_group_ingress_rule]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_277, EC2RestrictedInbound]
#   controls: [NIST-SC-7]
#   fix: "Open 443 only, or name the networks or the security group that may connect."
#   unknown: defer
package aws.sg.every_port

import data.lib.groups
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} opens every port to everybody") if {
	types[input.type]
	some opening in groups.ingress
	groups.every_port(opening)
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} opens ports {opening.from} to {opening.to} to everybody") if {
	types[input.type]
	some opening in groups.ingress
	not groups.every_port(opening)
	not web(opening)
}

web(opening) if {
	opening.from == opening.to
	{80, 443}[opening.from]
}

types := {"aws_default_security_group", "aws_security_group", "aws_security_group_rule", "aws_vpc_security_group_ingress_rule"}
