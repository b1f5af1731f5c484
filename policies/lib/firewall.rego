# METADATA
# description: What a firewall rule of Google Cloud opens, and to whom.
package lib.firewall

import data.lib.text

everywhere := {"0.0.0.0/0", "::/0"}

# Comes in from the whole internet: by its ranges, or because it names no source at all.
from_internet if {
	lets_in
	some source in input.after.source_ranges
	everywhere[source]
}

from_internet if {
	lets_in
	not input.unknown.source_ranges
	every attribute in ["source_ranges", "source_tags", "source_service_accounts"] {
		count(object.get(sources, attribute, [])) == 0
	}
}

lets_in if {
	count(input.after.allow) > 0
	not input.after.direction == "EGRESS"
	not input.after.disabled
}

sources["source_ranges"] := input.after.source_ranges

sources["source_tags"] := input.after.source_tags

sources["source_service_accounts"] := input.after.source_service_accounts

# "tcp 80-90", "udp, all ports"
opened contains $"{allow.protocol} {range}" if {
	some allow in input.after.allow
	some range in allow.ports
}

opened contains $"{allow.protocol}, all ports" if {
	some allow in input.after.allow
	count(object.get(allow, "ports", [])) == 0
	not quiet[allow.protocol]
}

# Protocols without ports that serve nobody.
quiet := {"1", "icmp", "58", "icmpv6"}

opens(_) if {
	some allow in input.after.allow
	tcp[allow.protocol]
	count(object.get(allow, "ports", [])) == 0
}

opens(port) if {
	some allow in input.after.allow
	tcp[allow.protocol]
	some range in allow.ports
	ends := split(range, "-")
	text.number(ends[0]) <= port
	port <= text.number(ends[count(ends) - 1])
}

tcp := {"6", "all", "tcp"}
