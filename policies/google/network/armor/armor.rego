# METADATA
# title: What faces the internet has a Cloud Armor policy
# description: Without a policy nothing stands between the service and a flood, a scanner or the exploit of the day.
# custom:
#   id: GCP-NET-012
#   severity: medium
#   types: [google_compute_backend_service, google_compute_region_backend_service]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-5, NIST-SC-7]
#   fix: "Set `security_policy` to a `google_compute_security_policy`."
#   unknown: set
package google.network.armor

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} faces the internet without a security_policy") if {
	types[input.type]
	external
	not guarded
}

guarded if input.after.security_policy != ""

guarded if input.unknown.security_policy

external if not inside

inside if startswith(input.after.load_balancing_scheme, "INTERNAL")

types := {"google_compute_backend_service", "google_compute_region_backend_service"}
