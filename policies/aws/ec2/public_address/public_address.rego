# METADATA
# title: Instances have no public address
# description: "It is reachable from the whole internet, whatever else protects it."
# custom:
#   id: AWS-EC2-002
#   severity: high
#   types: [aws_instance, aws_launch_template]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_88, EC2InstanceNoPublicIp]
#   controls: [NIST-SC-7]
#   fix: "Leave `associate_public_ip_address` out (in a launch template, of each of `network_interfaces`) and put a load balancer in front."
#   unknown: defer
package aws.ec2.public_address

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has a public address") if {
	types[input.type]
	public
}

public if input.after.associate_public_ip_address == true

# The provider writes that of a template as a text.
public if {true, "true"}[input.after.network_interfaces[_].associate_public_ip_address]

types := {"aws_instance", "aws_launch_template"}
