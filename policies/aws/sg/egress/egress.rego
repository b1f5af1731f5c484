# METADATA
# title: A security group names where it may connect to
# description: "Whoever takes a machine over sends what they find to any address, if the group lets it."
# custom:
#   id: AWS-SG-003
#   severity: low
#   types: [aws_default_security_group, aws_security_group, aws_security_group_rule, aws_vpc_security_group_egress_rule]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_382, AWS-0104]
#   controls: [NIST-SC-7]
#   fix: "Name the ports, networks or groups that it needs; 443 is enough for most."
#   unknown: defer
package aws.sg.egress

import data.lib.groups
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} lets everything out to everybody") if {
	types[input.type]
	some opening in groups.egress
	groups.every_port(opening)
}

types := {"aws_default_security_group", "aws_security_group", "aws_security_group_rule", "aws_vpc_security_group_egress_rule"}
