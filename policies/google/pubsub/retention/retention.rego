# METADATA
# title: Messages outlast an outage
# description: A message that nobody took in time is gone without a dead letter. A day lets people sleep.
# custom:
#   id: GCP-PUBSUB-012
#   severity: medium
#   types: [google_pubsub_subscription]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: "Set `message_retention_duration` to a day or more; in a declaration, `queue.retention`."
#   unknown: defer
package google.pubsub.retention

import data.lib.google
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} keeps an unread message for {duration}, less than a day") if {
	input.type == "google_pubsub_subscription"
	duration := input.after.message_retention_duration
	google.seconds(duration) < 86400
}
