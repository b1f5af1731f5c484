# METADATA
# title: NAT tells what it drops
# description: "A gateway that is out of ports drops connections without a word: only its log names the machine."
# custom:
#   id: GCP-NET-010
#   severity: low
#   types: [google_compute_router_nat]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AU-12]
#   fix: "Add `log_config` with `enable` true and `filter` `ERRORS_ONLY`."
#   unknown: defer
package google.network.nat_logs

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not log what it drops (log_config)") if {
	input.type == "google_compute_router_nat"
	not logged
}

logged if {
	input.after.log_config[0].enable == true
	{"ALL", "ERRORS_ONLY"}[input.after.log_config[0].filter]
}
