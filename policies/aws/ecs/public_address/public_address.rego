# METADATA
# title: Tasks have no public address
# description: "A task with one is reachable from the whole internet, whatever else protects it."
# custom:
#   id: AWS-ECS-002
#   severity: high
#   types: [aws_ecs_service]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_333]
#   controls: [NIST-SC-7]
#   fix: "Leave `network_configuration.assign_public_ip` out; put a load balancer in front and reach out by a NAT gateway or endpoints."
#   unknown: defer
package aws.ecs.public_address

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} gives its tasks public addresses (assign_public_ip)") if {
	input.type == "aws_ecs_service"
	input.after.network_configuration[0].assign_public_ip == true
}
