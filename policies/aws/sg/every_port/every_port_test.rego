package aws.sg.every_port_test

import data.aws.sg.every_port as policy
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

denied(type, text) := {expect.violation("AWS-SG-002", $"{type}.it opens {text} to everybody")}

test_deny_every_port if {
	every stage in expect.stages {
		every one in array.concat(written("ingress", 0, 0, "-1", "0.0.0.0/0"), written("ingress", 0, 65535, "tcp", "0.0.0.0/0")) {
			policy.deny == denied(one.type, "every port") with input as expect.resource(one.type, stage, one.after)
		}
	}
}

test_deny_every_port_without_numbers if {
	after := {"ip_protocol": "-1", "cidr_ipv4": "0.0.0.0/0"}
	policy.deny == denied("aws_vpc_security_group_ingress_rule", "every port") with input as expect.resource("aws_vpc_security_group_ingress_rule", "plan", after)
}

test_deny_other_ports if {
	every stage in expect.stages {
		every one in written("ingress", 8080, 8080, "tcp", "::/0") {
			policy.deny == denied(one.type, "ports 8080 to 8080") with input as expect.resource(one.type, stage, one.after)
		}
	}
	every one in written("ingress", 80, 443, "tcp", "0.0.0.0/0") {
		policy.deny == denied(one.type, "ports 80 to 443") with input as expect.resource(one.type, "plan", one.after)
	}
	every one in written("ingress", 2, 65535, "tcp", "0.0.0.0/0") {
		policy.deny == denied(one.type, "ports 2 to 65535") with input as expect.resource(one.type, "plan", one.after)
	}
	every one in written("ingress", 1, 65534, "tcp", "0.0.0.0/0") {
		policy.deny == denied(one.type, "ports 1 to 65534") with input as expect.resource(one.type, "plan", one.after)
	}
}

test_allow_the_web if {
	every port in [80, 443] {
		every one in written("ingress", port, port, "tcp", "0.0.0.0/0") {
			policy.deny == set() with input as expect.resource(one.type, "plan", one.after)
		}
	}
}

test_allow_named_networks if {
	every one in written("ingress", 0, 0, "-1", "10.0.0.0/8") {
		policy.deny == set() with input as expect.resource(one.type, "plan", one.after)
	}
}
