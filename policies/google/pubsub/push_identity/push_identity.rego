# METADATA
# title: Pushes are signed for whom they are meant
# description: The receiver can tell Pub/Sub from anybody else only by the token of an account; without an audience a token for one receiver opens another.
# custom:
#   id: GCP-PUBSUB-008
#   severity: high
#   types: [google_pubsub_subscription]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-IA-9]
#   fix: "Set `push_config.oidc_token` with `service_account_email` and `audience`."
#   unknown: set
package google.pubsub.push_identity

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} pushes without a token of an account (oidc_token)") if {
	input.type == "google_pubsub_subscription"
	pushes
	not input.after.push_config[0].oidc_token[0].service_account_email
	not input.unknown.push_config[0].oidc_token
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} pushes a token that names no audience") if {
	input.type == "google_pubsub_subscription"
	input.after.push_config[0].oidc_token[0]
	not input.after.push_config[0].oidc_token[0].audience
	not input.unknown.push_config[0].oidc_token
}

pushes if input.after.push_config[0]
