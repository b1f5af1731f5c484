# METADATA
# title: Plain HTTP only sends to HTTPS
# description: What is said in plain HTTP is read, and changed, by everybody on the way. A proxy for it may redirect, and nothing else.
# custom:
#   id: GCP-NET-016
#   severity: high
#   types: [google_compute_global_forwarding_rule, google_compute_forwarding_rule]
#   stages: [synth, plan]
#   aliases: [CKV2_GCP_37, CKV2_GCP_38]
#   controls: [NIST-SC-8]
#   fix: "Serve by a `google_compute_target_https_proxy`; let the plain one's `url_map` have only a `default_url_redirect` with `https_redirect`."
#   unknown: set
package google.network.plain_http

import data.lib.report
import data.lib.text

deny contains report.finding(rego.metadata.chain(), $"{input.address} serves plain HTTP to the internet ({proxy.address})") if {
	types[input.type]
	external
	some proxy in input.links.http
	not redirects(proxy)
}

redirects(proxy) if {
	some map in proxy.links.url_map
	some redirect in text.list(map.after.default_url_redirect)
	redirect.https_redirect == true
}

redirects(proxy) if proxy.links.url_map[_].unknown.default_url_redirect

external if not inside

inside if startswith(input.after.load_balancing_scheme, "INTERNAL")

types := {"google_compute_forwarding_rule", "google_compute_global_forwarding_rule"}
