# METADATA
# title: Pub/Sub may set messages aside
# description: Google's agent publishes the dead letter and acknowledges the message. Without both grants a message is delivered for ever, and nothing says why.
# custom:
#   id: GCP-PUBSUB-014
#   severity: medium
#   types: [google_pubsub_subscription]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-11]
#   fix: "Grant `roles/pubsub.publisher` on the dead-letter topic and `roles/pubsub.subscriber` on the subscription to `service-NUMBER@gcp-sa-pubsub.iam.gserviceaccount.com`."
#   unknown: set
package google.pubsub.dead_letter_grants

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} cannot set messages aside: Pub/Sub may not publish to {topic.address}") if {
	input.type == "google_pubsub_subscription"
	some topic in input.links.dead_letters
	not may_publish(topic)
}

may_publish(topic) if granted(topic.links.publishers, {"roles/pubsub.editor", "roles/pubsub.publisher"})

deny contains report.finding(rego.metadata.chain(), $"{input.address} cannot set messages aside: Pub/Sub may not acknowledge them") if {
	input.type == "google_pubsub_subscription"
	input.links.dead_letters[0]
	not may_acknowledge
}

may_acknowledge if granted(input.links.subscribers, {"roles/pubsub.editor", "roles/pubsub.subscriber"})

may_acknowledge if input.unresolved.subscribers

# To the agent, or to somebody whom only the apply will tell.
granted(grants, roles) if {
	some grant in grants
	roles[grant.after.role]
	to_agent(grant)
}

to_agent(grant) if contains(grant.after.member, "@gcp-sa-pubsub.iam.gserviceaccount.com")

to_agent(grant) if contains(grant.after.members[_], "@gcp-sa-pubsub.iam.gserviceaccount.com")

to_agent(grant) if grant.unknown.member

to_agent(grant) if grant.unknown.members
