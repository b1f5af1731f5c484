# METADATA
# title: What goes out is named
# description: Code that was broken into calls home. A rule that lets everything out everywhere undoes each rule that does not.
# custom:
#   id: GCP-NET-003
#   severity: high
#   types: [google_compute_firewall]
#   stages: [synth, plan]
#   aliases: [GCP-0035]
#   controls: [NIST-SC-7]
#   fix: "Name the protocol and the ports in `allow`, or the networks in `destination_ranges`."
#   unknown: defer
package google.network.egress

import data.lib.firewall
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} lets everything out to the internet") if {
	input.type == "google_compute_firewall"
	input.after.direction == "EGRESS"
	not input.after.disabled
	some destination in input.after.destination_ranges
	firewall.everywhere[destination]
	some allow in input.after.allow
	allow.protocol == "all"
}
