# METADATA
# title: A rule that lets in is logged
# description: Who came through which rule is what an investigation asks first.
# custom:
#   id: GCP-NET-005
#   severity: low
#   types: [google_compute_firewall]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AU-12]
#   fix: "Add `log_config` with `metadata`."
#   unknown: defer
package google.network.firewall_logs

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} logs nothing (log_config)") if {
	input.type == "google_compute_firewall"
	count(input.after.allow) > 0
	not logged
}

logged if input.after.log_config[0]
