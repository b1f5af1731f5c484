# METADATA
# title: Instances have no public address
# description: "It is reachable from the whole internet, whatever else protects it."
# custom:
#   id: AWS-EC2-002
#   severity: high
#   types: [aws_instance]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_88, EC2InstanceNoPublicIp]
#   controls: [NIST-SC-7]
#   fix: "Leave `associate_public_ip_address` out and put a load balancer in front."
#   unknown: defer
package aws.ec2.public_address

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has a public address") if {
	input.type == "aws_instance"
	not good
}

good if not input.after.associate_public_ip_address == true
