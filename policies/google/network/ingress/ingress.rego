# METADATA
# title: The internet reaches HTTPS, and nothing else
# description: What the internet may reach is found in minutes. Databases, plain HTTP, FTP and all that nobody thought of have no business there.
# custom:
#   id: GCP-NET-002
#   severity: high
#   types: [google_compute_firewall]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_75, CKV_GCP_77, CKV_GCP_88, CKV_GCP_106, CKV2_GCP_12, GCP-0027, GCP-0072]
#   controls: [NIST-SC-7]
#   fix: "Name the sources in `source_ranges`, or leave only port 443 to the internet."
#   unknown: defer
package google.network.ingress

import data.lib.firewall
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} lets the internet in to {what}") if {
	input.type == "google_compute_firewall"
	firewall.from_internet
	some what in firewall.opened
	not encrypted[what]
}

encrypted := {"tcp 443", "udp 443", "6 443", "17 443"}
