package aws.sg.admin_ports_test

import data.aws.sg.admin_ports as policy
import data.lib.expect

ssh(address) := {expect.violation("AWS-SG-001", $"{address} opens port 22 (SSH) to everybody")}

# The same opening in each way of writing it.
written(direction, from, to, protocol, cidr) := [
	{"type": "aws_security_group", "after": {direction: [{"from_port": from, "to_port": to, "protocol": protocol, "cidr_blocks": [cidr]}]}},
	{"type": "aws_security_group", "after": {direction: {"from_port": from, "to_port": to, "protocol": protocol, "ipv6_cidr_blocks": [cidr]}}},
	{"type": "aws_security_group_rule", "after": {"type": direction, "from_port": from, "to_port": to, "protocol": protocol, "cidr_blocks": [cidr]}},
	{"type": "aws_security_group_rule", "after": {"type": direction, "from_port": from, "to_port": to, "protocol": protocol, "ipv6_cidr_blocks": [cidr]}},
	{"type": $"aws_vpc_security_group_{direction}_rule", "after": {"from_port": from, "to_port": to, "ip_protocol": protocol, "cidr_ipv4": cidr}},
	{"type": $"aws_vpc_security_group_{direction}_rule", "after": {"from_port": from, "to_port": to, "ip_protocol": protocol, "cidr_ipv6": cidr}},
]

test_deny_ssh_however_it_is_written if {
	every stage in expect.stages {
		every cidr in ["0.0.0.0/0", "::/0", "128.0.0.0/1"] {
			every one in written("ingress", 22, 22, "tcp", cidr) {
				policy.deny == ssh($"{one.type}.it") with input as expect.resource(one.type, stage, one.after)
			}
		}
	}
}

test_deny_a_range_that_holds_them if {
	after := {"type": "ingress", "from_port": 20, "to_port": 22, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}
	count(policy.deny) == 3 with input as expect.resource("aws_security_group_rule", "plan", after)
}

test_allow_named_networks if {
	every one in written("ingress", 22, 22, "tcp", "10.0.0.0/8") {
		policy.deny == set() with input as expect.resource(one.type, "plan", one.after)
	}
}

test_allow_other_ports_and_directions if {
	every one in array.concat(written("ingress", 24, 134, "tcp", "0.0.0.0/0"), written("egress", 22, 22, "tcp", "0.0.0.0/0")) {
		policy.deny == set() with input as expect.resource(one.type, "plan", one.after)
	}
}

test_allow_icmp_which_has_no_ports if {
	every protocol in ["icmp", "icmpv6", "1", "58"] {
		every one in written("ingress", 22, 22, protocol, "0.0.0.0/0") {
			policy.deny == set() with input as expect.resource(one.type, "plan", one.after)
		}
	}
}

test_allow_every_port_which_the_other_rule_denies if {
	every one in array.concat(written("ingress", 0, 0, "-1", "0.0.0.0/0"), written("ingress", 1, 65535, "tcp", "0.0.0.0/0")) {
		policy.deny == set() with input as expect.resource(one.type, "plan", one.after)
	}
}

test_deny_each_port_by_its_name if {
	every port, name in {
		20: "FTP", 21: "FTP", 23: "Telnet", 135: "RPC", 139: "NetBIOS", 445: "SMB", 1433: "SQL Server", 1521: "Oracle",
		2375: "Docker", 2379: "etcd", 3306: "MySQL", 3389: "Remote Desktop", 5432: "PostgreSQL", 5601: "Kibana",
		5900: "VNC", 6379: "Redis", 6443: "Kubernetes", 9200: "Elasticsearch", 10250: "kubelet", 11211: "Memcached",
		27017: "MongoDB",
	} {
		after := {"type": "ingress", "from_port": port, "to_port": port, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}
		message := $"aws_security_group_rule.it opens port {port} ({name}) to everybody"
		policy.deny == {expect.violation("AWS-SG-001", message)} with input as expect.resource("aws_security_group_rule", "plan", after)
	}
}

test_deny_the_default_group if {
	after := {"ingress": [{"from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]}
	policy.deny == ssh("aws_default_security_group.it") with input as expect.resource("aws_default_security_group", "plan", after)
}
