package lib.firewall_test

import data.lib.firewall

# A rule that lets in SSH, from nowhere in particular.
rule(after) := {"after": object.union({"allow": [{"protocol": "tcp", "ports": ["22"]}]}, after), "unknown": {}}

public(after) if firewall.from_internet with input as rule(after)

test_a_range_of_everybody_is_the_internet if {
	every range in ["0.0.0.0/0", "::/0"] {
		public({"source_ranges": ["10.0.0.0/8", range]})
	}
	not public({"source_ranges": ["10.0.0.0/8", "0.0.0.0/1"]})
}

test_no_source_at_all_is_the_internet if {
	public({})
	public({"source_ranges": [], "source_tags": [], "source_service_accounts": []})
	every attribute in ["source_ranges", "source_tags", "source_service_accounts"] {
		not public({attribute: ["a"]})
	}
}

test_a_source_that_nobody_knows_yet_is_not_missing if {
	unknown := object.union(rule({}), {"unknown": {"source_ranges": true}})
	not firewall.from_internet with input as unknown
}

test_what_goes_out_is_off_or_allows_nothing_lets_nobody_in if {
	every after in [{"direction": "EGRESS"}, {"disabled": true}, {"allow": []}] {
		not public(object.union(after, {"source_ranges": ["0.0.0.0/0"]}))
		not public(after)
	}
	every after in [{"direction": "INGRESS"}, {"disabled": false}] {
		public(after)
	}
	not firewall.from_internet with input as {"after": {}, "unknown": {}}
}

opened(allow) := found if {
	found := firewall.opened with input as rule({"allow": allow})
}

test_it_names_protocol_and_ports if {
	opened([{"protocol": "tcp", "ports": ["80-90", "22"]}, {"protocol": "udp"}]) == {"tcp 80-90", "tcp 22", "udp, all ports"}
	opened([{"protocol": "udp", "ports": []}]) == {"udp, all ports"}
}

test_protocols_without_ports_open_none if {
	every protocol in ["1", "icmp", "58", "icmpv6"] {
		opened([{"protocol": protocol}]) == set()
	}
}

opens(port, allow) if {
	firewall.opens(port) with input as rule({"allow": [allow]})
}

test_a_range_opens_what_lies_in_it if {
	ssh := {"protocol": "tcp", "ports": ["80", "20-22"]}
	every port in [20, 21, 22, 80] {
		opens(port, ssh)
	}
	every port in [19, 23, 79, 81] {
		not opens(port, ssh)
	}
}

test_no_range_opens_every_port if {
	opens(22, {"protocol": "tcp"})
	opens(22, {"protocol": "tcp", "ports": []})
}

test_only_what_carries_tcp_opens_a_port if {
	every protocol in ["6", "all", "tcp"] {
		opens(22, {"protocol": protocol})
		opens(22, {"protocol": protocol, "ports": ["22"]})
	}
	not opens(22, {"protocol": "udp"})
	not opens(22, {"protocol": "udp", "ports": ["22"]})
}
