# METADATA
# title: A topic can be replayed
# description: A topic that keeps its messages can hand them to a subscription again after a bad release, or to one that is made later.
# custom:
#   id: GCP-PUBSUB-004
#   severity: low
#   types: [google_pubsub_topic]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: "Set `message_retention_duration`; in a declaration, `queue.retention`."
#   unknown: defer
package google.pubsub.replay

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps no message for a replay (message_retention_duration)") if {
	input.type == "google_pubsub_topic"
	not input.after.message_retention_duration
}
