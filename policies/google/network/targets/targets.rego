# METADATA
# title: A rule is for some machines, not for all
# description: Without a target a rule holds for each machine of the network, tomorrow's too.
# custom:
#   id: GCP-NET-006
#   severity: low
#   types: [google_compute_firewall]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-7]
#   fix: "Set `target_service_accounts`, or `target_tags`."
#   unknown: defer
package google.network.targets

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets in to every machine of the network (target_tags or target_service_accounts)") if {
	input.type == "google_compute_firewall"
	count(input.after.allow) > 0
	not input.after.direction == "EGRESS"
	not aimed
}

aimed if count(input.after.target_tags) > 0

aimed if count(input.after.target_service_accounts) > 0
