# METADATA
# title: Topics are encrypted with a key of ours
# description: A key of our own can be rotated, audited and revoked.
# custom:
#   id: GCP-PUBSUB-001
#   severity: high
#   types: [google_pubsub_topic]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_83]
#   controls: [NIST-SC-28]
#   fix: "Set `kms_key_name`."
#   unknown: set
package google.pubsub.encryption

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted with a key of ours") if {
	input.type == "google_pubsub_topic"
	not encrypted
}

encrypted if input.after.kms_key_name != ""

encrypted if input.unknown.kms_key_name
