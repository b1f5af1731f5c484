# METADATA
# title: Production has a NAT gateway in each zone
# description: "When the only one fails with its zone, every other zone is cut off too, and until then pays for the traffic between zones."
# custom:
#   id: AWS-VPC-002
#   severity: low
#   types: [aws_vpc]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-10]
#   fix: "Add an `aws_nat_gateway` to a subnet of each zone, and route each private subnet through its own."
#   unknown: defer
package aws.vpc.nat_zones

import data.lib.live
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has NAT gateways in {count(with_nat)} of {count(zones)} zones") if {
	input.type == "aws_vpc"
	live.production
	count(with_nat) > 0
	count(with_nat) < count(zones)
}

zones := {subnet.after.availability_zone | some subnet in input.links.subnets}

with_nat := {subnet.after.availability_zone |
	some subnet in input.links.subnets
	count(subnet.links.nats) > 0
}
