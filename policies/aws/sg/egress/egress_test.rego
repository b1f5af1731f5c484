package aws.sg.egress_test

import data.aws.sg.egress as policy
import data.lib.expect

# The same opening in each way of writing it.
written(direction, from, to, protocol, cidr) := [
	{"type": "aws_security_group", "after": {direction: [{"from_port": from, "to_port": to, "protocol": protocol, "cidr_blocks": [cidr]}]}},
	{"type": "aws_security_group", "after": {direction: {"from_port": from, "to_port": to, "protocol": protocol, "ipv6_cidr_blocks": [cidr]}}},
	{"type": "aws_security_group_rule", "after": {"type": direction, "from_port": from, "to_port": to, "protocol": protocol, "cidr_blocks": [cidr]}},
	{"type": "aws_security_group_rule", "after": {"type": direction, "from_port": from, "to_port": to, "protocol": protocol, "ipv6_cidr_blocks": [cidr]}},
	{"type": $"aws_vpc_security_group_{direction}_rule", "after": {"from_port": from, "to_port": to, "ip_protocol": protocol, "cidr_ipv4": cidr}},
	{"type": $"aws_vpc_security_group_{direction}_rule", "after": {"from_port": from, "to_port": to, "ip_protocol": protocol, "cidr_ipv6": cidr}},
]

test_deny_everything if {
	every stage in expect.stages {
		every one in written("egress", 0, 0, "-1", "0.0.0.0/0") {
			policy.deny == {expect.violation("AWS-SG-003", $"{one.type}.it lets everything out to everybody")} with input as expect.resource(one.type, stage, one.after)
		}
	}
}

test_allow_one_port_and_named_networks if {
	every one in array.concat(written("egress", 443, 443, "tcp", "0.0.0.0/0"), written("egress", 0, 0, "-1", "10.0.0.0/8")) {
		policy.deny == set() with input as expect.resource(one.type, "plan", one.after)
	}
}

test_allow_what_comes_in if {
	every one in written("ingress", 0, 0, "-1", "0.0.0.0/0") {
		policy.deny == set() with input as expect.resource(one.type, "plan", one.after)
	}
}
