# METADATA
# title: Subscriptions have a dead-letter topic
# description: A message that cannot be handled must end where someone looks. The subscription of a dead-letter topic needs none.
# custom:
#   id: GCP-PUBSUB-002
#   severity: high
#   types: [google_pubsub_subscription]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-11]
#   fix: "Set `dead_letter_policy` with `dead_letter_topic`."
#   unknown: set
package google.pubsub.dead_letters

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} has no dead-letter topic") if {
	input.type == "google_pubsub_subscription"
	not set_aside
	not of_dead_letters
}

set_aside if input.after.dead_letter_policy[0].dead_letter_topic != ""

set_aside if input.unknown.dead_letter_policy

of_dead_letters if {
	some topic in input.links.topic
	topic.links.sources[0]
}

of_dead_letters if input.unresolved.topic
