# METADATA
# description: |
#   What security groups let in from and out to everybody, however it is written: in the group, or as a rule
#   of its own of either generation. Ports only: ICMP has none.
package lib.groups

import data.lib.text

ingress contains span(block.protocol, block.from_port, block.to_port) if {
	some block in text.list(input.after.ingress)
	block_of_everybody(block)
}

ingress contains own if input.after.type == "ingress"

ingress contains modern if input.type == "aws_vpc_security_group_ingress_rule"

egress contains span(block.protocol, block.from_port, block.to_port) if {
	some block in text.list(input.after.egress)
	block_of_everybody(block)
}

egress contains own if input.after.type == "egress"

egress contains modern if input.type == "aws_vpc_security_group_egress_rule"

own := span(input.after.protocol, input.after.from_port, input.after.to_port) if own_of_everybody

own_of_everybody if {
	some cidr in input.after.cidr_blocks
	whole(cidr)
}

own_of_everybody if {
	some cidr in input.after.ipv6_cidr_blocks
	whole(cidr)
}

modern := {"from": 0, "to": 65535} if {
	modern_of_everybody
	every_protocol[input.after.ip_protocol]
}

modern := span(input.after.ip_protocol, input.after.from_port, input.after.to_port) if modern_of_everybody

modern_of_everybody if whole(input.after.cidr_ipv4)

modern_of_everybody if whole(input.after.cidr_ipv6)

block_of_everybody(block) if {
	some cidr in block.cidr_blocks
	whole(cidr)
}

block_of_everybody(block) if {
	some cidr in block.ipv6_cidr_blocks
	whole(cidr)
}

# Two halves are the whole.
whole(cidr) if endswith(cidr, "/0")

whole(cidr) if endswith(cidr, "/1")

every_protocol := {"-1", "all"}

span(protocol, _, _) := {"from": 0, "to": 65535} if every_protocol[protocol]

span(protocol, from, to) := {"from": from, "to": to} if {
	not every_protocol[protocol]
	not {"1", "58", "icmp", "icmpv6"}[protocol]
}

holds(ports, port) if {
	ports.from <= port
	ports.to >= port
}

every_port(ports) if {
	ports.from <= 1
	ports.to >= 65535
}
