# METADATA
# title: Nobody administrates from the internet
# description: SSH and remote desktop that the whole internet reaches are tried all day; one leaked key is enough.
# custom:
#   id: GCP-NET-001
#   severity: critical
#   types: [google_compute_firewall]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_2, CKV_GCP_3, GCP-0070, GCP-0071]
#   controls: [CIS-GCP-3.6, CIS-GCP-3.7, NIST-SC-7]
#   fix: "Set `source_ranges` to `35.235.240.0/20` and go through Identity-Aware Proxy, or to a network of ours."
#   unknown: defer
package google.network.administration

import data.lib.firewall
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} lets the internet in to {service} ({port})") if {
	input.type == "google_compute_firewall"
	firewall.from_internet
	some port, service in administration
	firewall.opens(port)
}

administration := {22: "SSH", 3389: "remote desktop"}
