package lib.groups_test

import data.lib.groups

everybody := ["0.0.0.0/0", "0.0.0.0/1", "::/0", "8000::/1"]

somebody := ["10.0.0.0/8", "10.0.0.1/32", "10.0.0.0/10", "fd00::/8"]

every_port := {"from": 0, "to": 65535}

ssh := {"from": 22, "to": 22}

# A group with one block, a rule of its own, or one of the newer generation: of SSH.
block(direction, cidrs) := {
	"type": "aws_security_group",
	"after": {direction: [object.union({"protocol": "tcp", "from_port": 22, "to_port": 22}, cidrs)]},
}

own(direction, cidrs) := {
	"type": "aws_security_group_rule",
	"after": object.union({"type": direction, "protocol": "tcp", "from_port": 22, "to_port": 22}, cidrs),
}

modern(direction, cidr) := {
	"type": $"aws_vpc_security_group_{direction}_rule",
	"after": object.union({"ip_protocol": "tcp", "from_port": 22, "to_port": 22}, cidr),
}

open(resource) := {"ingress": ingress, "egress": egress} if {
	ingress := groups.ingress with input as resource
	egress := groups.egress with input as resource
}

opened(direction) := object.union({"ingress": set(), "egress": set()}, {direction: {ssh}})

nothing := {"ingress": set(), "egress": set()}

test_a_block_or_a_rule_opens_its_direction_to_everybody if {
	every direction in ["ingress", "egress"] {
		every name in ["cidr_blocks", "ipv6_cidr_blocks"] {
			every cidr in everybody {
				open(block(direction, {name: ["10.0.0.0/8", cidr]})) == opened(direction)
				open(own(direction, {name: ["10.0.0.0/8", cidr]})) == opened(direction)
			}
			open(block(direction, {name: somebody})) == nothing
			open(own(direction, {name: somebody})) == nothing
		}
	}
}

test_a_rule_of_the_newer_generation_has_one_range if {
	every direction in ["ingress", "egress"] {
		every name in ["cidr_ipv4", "cidr_ipv6"] {
			every cidr in everybody {
				open(modern(direction, {name: cidr})) == opened(direction)
			}
			every cidr in somebody {
				open(modern(direction, {name: cidr})) == nothing
			}
		}
	}
}

test_a_block_stands_for_a_list_of_one if {
	alone := {"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["0.0.0.0/0"]}
	open({"type": "aws_security_group", "after": {"ingress": alone}}) == opened("ingress")
	open({"type": "aws_security_group", "after": {"egress": alone}}) == opened("egress")
}

test_every_protocol_has_every_port if {
	every protocol in ["-1", "all"] {
		groups.ingress == {every_port} with input as block("ingress", {"protocol": protocol, "cidr_blocks": ["0.0.0.0/0"]})
		groups.ingress == {every_port} with input as own("ingress", {"protocol": protocol, "cidr_blocks": ["0.0.0.0/0"]})
		groups.ingress == {every_port} with input as modern("ingress", {"ip_protocol": protocol, "cidr_ipv4": "0.0.0.0/0"})
		groups.ingress == {every_port} with input as {
			"type": "aws_vpc_security_group_ingress_rule",
			"after": {"ip_protocol": protocol, "cidr_ipv4": "0.0.0.0/0"},
		}
		groups.ingress == set() with input as modern("ingress", {"ip_protocol": protocol, "cidr_ipv4": "10.0.0.0/8"})
	}
}

test_icmp_has_no_ports if {
	every protocol in ["1", "58", "icmp", "icmpv6"] {
		groups.ingress == set() with input as block("ingress", {"protocol": protocol, "cidr_blocks": ["0.0.0.0/0"]})
	}
}

test_a_span_holds_its_ends_and_what_is_between if {
	every port in [80, 85, 90] {
		groups.holds({"from": 80, "to": 90}, port)
	}
	every port in [79, 91] {
		not groups.holds({"from": 80, "to": 90}, port)
	}
}

test_every_port_is_all_but_port_zero if {
	groups.every_port({"from": 0, "to": 65535})
	groups.every_port({"from": 1, "to": 65535})
	not groups.every_port({"from": 2, "to": 65535})
	not groups.every_port({"from": 0, "to": 65534})
}
