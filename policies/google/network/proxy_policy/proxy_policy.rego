# METADATA
# title: A load balancer says which TLS it speaks
# description: Without a policy Google's default holds, which goes down to TLS 1.0.
# custom:
#   id: GCP-NET-015
#   severity: medium
#   types: [google_compute_target_https_proxy, google_compute_target_ssl_proxy, google_compute_region_target_https_proxy]
#   stages: [synth, plan]
#   aliases: []
#   controls: [CIS-GCP-3.9, NIST-SC-8]
#   fix: "Set `ssl_policy` to a `google_compute_ssl_policy`."
#   unknown: set
package google.network.proxy_policy

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has no ssl_policy: it speaks TLS 1.0 too") if {
	types[input.type]
	not stated
}

stated if input.after.ssl_policy != ""

stated if input.unknown.ssl_policy

types := {"google_compute_region_target_https_proxy", "google_compute_target_https_proxy", "google_compute_target_ssl_proxy"}
