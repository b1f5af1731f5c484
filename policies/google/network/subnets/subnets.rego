# METADATA
# title: A network has the subnets that were planned
# description: An automatic network takes a range in every region, beside firewall rules that let the world in to SSH; it cannot be peered with another one.
# custom:
#   id: GCP-NET-009
#   severity: medium
#   types: [google_compute_network]
#   stages: [synth, plan]
#   aliases: [CKV2_GCP_2]
#   controls: [CIS-GCP-3.1, NIST-SC-7]
#   fix: "Set `auto_create_subnetworks` to false and declare each `google_compute_subnetwork`."
#   unknown: defer
package google.network.subnets

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} makes a subnet in every region (auto_create_subnetworks)") if {
	input.type == "google_compute_network"
	not input.after.auto_create_subnetworks == false
}
