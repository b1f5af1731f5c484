# METADATA
# title: Subscriptions never expire
# description: "After 31 quiet days Google deletes a subscription that does not say `ttl = \"\"`: the messages of the day after are lost."
# custom:
#   id: GCP-PUBSUB-007
#   severity: medium
#   types: [google_pubsub_subscription]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: "Set `expiration_policy` with `ttl` of an empty text."
#   unknown: defer
package google.pubsub.expiration

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is deleted when nobody uses it for a while (expiration_policy)") if {
	input.type == "google_pubsub_subscription"
	not input.after.expiration_policy[0].ttl == ""
}
