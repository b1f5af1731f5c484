# METADATA
# title: Buckets are encrypted with a key of ours
# description: A key of our own can be rotated, audited and revoked.
# custom:
#   id: GCP-STORAGE-001
#   severity: high
#   types: [google_storage_bucket]
#   stages: [synth, plan]
#   aliases: [GCP-0066]
#   controls: [NIST-SC-28]
#   fix: "Set `encryption.default_kms_key_name`."
#   unknown: set
package google.storage.encryption

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted with a key of ours") if {
	input.type == "google_storage_bucket"
	not encrypted
}

encrypted if input.after.encryption[0].default_kms_key_name != ""

encrypted if input.unknown.encryption
