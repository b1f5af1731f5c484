# METADATA
# title: Dead letters are kept by a subscription
# description: "A topic without a subscription drops what it gets: the messages that were set aside are then gone."
# custom:
#   id: GCP-PUBSUB-013
#   severity: high
#   types: [google_pubsub_topic]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-11]
#   fix: "Add a `google_pubsub_subscription` of the dead-letter topic, with `expiration_policy` of an empty `ttl`."
#   unknown: set
package google.pubsub.dead_letter_subscription

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} gets dead letters and has no subscription: they are dropped") if {
	input.type == "google_pubsub_topic"
	input.links.sources[0]
	not kept
}

kept if input.links.subscriptions[0]

kept if input.unresolved.subscriptions
