# METADATA
# title: Exactly-once delivery is asked for where there is any
# description: Pub/Sub delivers a push at least once, whatever is asked; code that relies on more handles some messages twice.
# custom:
#   id: GCP-PUBSUB-011
#   severity: medium
#   types: [google_pubsub_subscription]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-10]
#   fix: "Remove `enable_exactly_once_delivery` and handle messages idempotently, or pull."
#   unknown: set
package google.pubsub.exactly_once

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} asks for exactly-once delivery of pushes, which there is not") if {
	input.type == "google_pubsub_subscription"
	input.after.enable_exactly_once_delivery == true
	input.after.push_config[0]
}
