# METADATA
# title: Public zones are signed
# description: Without DNSSEC whoever answers first decides where a name leads; keys by SHA-1 can be forged.
# custom:
#   id: GCP-NET-017
#   severity: medium
#   types: [google_dns_managed_zone]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_16, CKV_GCP_17, GCP-0012, GCP-0013]
#   controls: [CIS-GCP-3.3, NIST-SC-20]
#   fix: "Set `dnssec_config.state` to `on`, with keys by `rsasha256` or `ecdsap256sha256`."
#   unknown: defer
package google.network.dnssec

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not signed (dnssec_config.state)") if {
	input.type == "google_dns_managed_zone"
	not input.after.visibility == "private"
	not input.after.dnssec_config[0].state == "on"
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} is signed by {algorithm}, which can be forged") if {
	input.type == "google_dns_managed_zone"
	some algorithm in input.after.dnssec_config[0].default_key_specs[_]
	algorithm == "rsasha1"
}
