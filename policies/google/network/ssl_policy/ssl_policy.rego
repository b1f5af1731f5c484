# METADATA
# title: TLS is 1.2 or later, with strong ciphers
# description: "Older versions, and the ciphers of the profile `COMPATIBLE`, are broken."
# custom:
#   id: GCP-NET-014
#   severity: high
#   types: [google_compute_ssl_policy, google_compute_region_ssl_policy]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_4, GCP-0039]
#   controls: [CIS-GCP-3.9, NIST-SC-8]
#   fix: "Set `min_tls_version` to `TLS_1_2` and `profile` to `MODERN` or `RESTRICTED`."
#   unknown: defer
package google.network.ssl_policy

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} allows TLS before 1.2 (min_tls_version)") if {
	types[input.type]
	not recent
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} allows weak ciphers (profile)") if {
	types[input.type]
	not strong
}

recent if {"TLS_1_2", "TLS_1_3"}[input.after.min_tls_version]

strong if {"FIPS_202205", "MODERN", "RESTRICTED"}[input.after.profile]

strong if {
	input.after.profile == "CUSTOM"
	every cipher in input.after.custom_features {
		contains(cipher, "ECDHE")
		not endswith(cipher, "_CBC_SHA")
	}
}

types := {"google_compute_region_ssl_policy", "google_compute_ssl_policy"}
