# METADATA
# title: A subnet gives no public addresses by itself
# description: "What starts in it is reachable from the internet without anybody having decided so."
# custom:
#   id: AWS-SUBNET-001
#   severity: medium
#   types: [aws_subnet]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_130, AWS-0164, VPCSubnetAutoAssignPublicIpDisabled]
#   controls: [NIST-SC-7]
#   fix: "Leave `map_public_ip_on_launch` out."
#   unknown: defer
package aws.subnet.public_addresses

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} gives a public address to whatever starts in it") if {
	input.type == "aws_subnet"
	not good
}

good if not input.after.map_public_ip_on_launch == true
