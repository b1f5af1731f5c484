# METADATA
# title: Failed deliveries wait longer each time
# description: "Without a retry policy a message that fails comes back at once: its attempts are spent in a second, and whoever is overloaded gets no rest. A subscription of dead letters is read by people and needs none."
# custom:
#   id: GCP-PUBSUB-006
#   severity: medium
#   types: [google_pubsub_subscription]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-11]
#   fix: "Set `retry_policy` with `minimum_backoff` and `maximum_backoff`, such as 10 s and 600 s."
#   unknown: set
package google.pubsub.backoff

import data.lib.google
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} hands a message out again at once when it fails (retry_policy)") if {
	input.type == "google_pubsub_subscription"
	not waits
	not of_dead_letters
}

waits if input.after.retry_policy[0]

waits if input.unknown.retry_policy

deny contains report.violation(rego.metadata.chain(), $"{input.address} waits {least} before the first new attempt") if {
	input.type == "google_pubsub_subscription"
	least := input.after.retry_policy[0].minimum_backoff
	google.seconds(least) < 1
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} waits at most {most}, less than the first time ({least})") if {
	input.type == "google_pubsub_subscription"
	most := input.after.retry_policy[0].maximum_backoff
	least := input.after.retry_policy[0].minimum_backoff
	google.seconds(most) < google.seconds(least)
}

of_dead_letters if {
	some topic in input.links.topic
	topic.links.sources[0]
}

of_dead_letters if input.unresolved.topic
