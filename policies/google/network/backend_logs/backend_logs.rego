# METADATA
# title: Load balancers log requests
# description: Without a log nobody can say who asked for what, nor why it failed.
# custom:
#   id: GCP-NET-013
#   severity: low
#   types: [google_compute_backend_service, google_compute_region_backend_service]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AU-12]
#   fix: "Set `log_config` with `enable` true and a `sample_rate`."
#   unknown: defer
package google.network.backend_logs

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} logs no requests (log_config)") if {
	types[input.type]
	not input.after.log_config[0].enable
}

types := {"google_compute_backend_service", "google_compute_region_backend_service"}
