# METADATA
# title: Messages stay in named regions
# description: Without a storage policy Google keeps a message in whatever region it was published from.
# custom:
#   id: GCP-PUBSUB-003
#   severity: medium
#   types: [google_pubsub_topic]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SA-9]
#   fix: "Set `message_storage_policy.allowed_persistence_regions`."
#   unknown: defer
package google.pubsub.location

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps messages in any region (message_storage_policy)") if {
	input.type == "google_pubsub_topic"
	not placed
}

placed if count(input.after.message_storage_policy[0].allowed_persistence_regions) > 0
