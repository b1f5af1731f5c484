# METADATA
# title: Pushes travel over TLS
# description: A push over plain HTTP shows the message and its token to everybody on the way.
# custom:
#   id: GCP-PUBSUB-009
#   severity: high
#   types: [google_pubsub_subscription]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-8]
#   fix: "Set `push_config.push_endpoint` to an `https://` address."
#   unknown: set
package google.pubsub.push_endpoint

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} pushes to {endpoint}") if {
	input.type == "google_pubsub_subscription"
	endpoint := input.after.push_config[0].push_endpoint
	not startswith(lower(endpoint), "https://")
	not startswith(endpoint, "${")
}
