# METADATA
# title: Databases are encrypted with a key of ours
# description: A key of our own can be rotated, audited and revoked.
# custom:
#   id: GCP-FIRESTORE-001
#   severity: high
#   types: [google_firestore_database]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-28]
#   fix: "Set `cmek_config.kms_key_name`."
#   unknown: set
package google.firestore.encryption

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted with a key of ours") if {
	input.type == "google_firestore_database"
	not encrypted
}

encrypted if input.after.cmek_config[0].kms_key_name != ""

encrypted if input.unknown.cmek_config
