# METADATA
# title: Messages are set aside after a bounded number of attempts
# description: Google takes 5 to 100 deliveries. Another number is refused only by the apply.
# custom:
#   id: GCP-PUBSUB-005
#   severity: medium
#   types: [google_pubsub_subscription]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-11]
#   fix: "Set `dead_letter_policy.max_delivery_attempts` to 5 to 100; in a declaration, `queue.attempts`."
#   unknown: defer
package google.pubsub.attempts

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} sets a message aside after {attempts} attempts; Google takes 5 to 100") if {
	input.type == "google_pubsub_subscription"
	attempts := input.after.dead_letter_policy[0].max_delivery_attempts
	beyond(attempts)
}

beyond(attempts) if attempts < 5

beyond(attempts) if attempts > 100
