# METADATA
# title: Development shares one NAT gateway
# description: "Each gateway costs by the hour whether used or not; what is not production can wait when its zone fails."
# custom:
#   id: AWS-VPC-003
#   severity: low
#   types: [aws_vpc]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SA-2]
#   fix: "Keep one `aws_nat_gateway` and route every private subnet through it."
#   unknown: defer
package aws.vpc.nat_count

import data.lib.live
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} has {nats} NAT gateways and is not production") if {
	input.type == "aws_vpc"
	live.elsewhere
	nats > 1
}

nats := sum([count(subnet.links.nats) | some subnet in input.links.subnets; subnet.links.nats])
