# METADATA
# title: Functions are not called from the internet
# description: Unless it says otherwise a function takes requests from anywhere; then one wrong grant, or none at all, opens it.
# custom:
#   id: GCP-FUNCTIONS-001
#   severity: high
#   types: [google_cloudfunctions2_function]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_124]
#   controls: [NIST-SC-7]
#   fix: "Set `service_config.ingress_settings` to `ALLOW_INTERNAL_ONLY`, or `ALLOW_INTERNAL_AND_GCLB` behind a load balancer."
#   unknown: defer
package google.functions.ingress

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} takes requests from the internet (ingress_settings)") if {
	input.type == "google_cloudfunctions2_function"
	not internal
}

internal if narrow[input.after.service_config[0].ingress_settings]

narrow := {"ALLOW_INTERNAL_AND_GCLB", "ALLOW_INTERNAL_ONLY"}
