# METADATA
# title: A bucket does not log to itself
# description: "Each log that is written is an access that is logged: the bucket grows by itself, and who may read it may change its log."
# custom:
#   id: GCP-STORAGE-006
#   severity: medium
#   types: [google_storage_bucket]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_63]
#   controls: [NIST-AU-9]
#   fix: "Set `logging.log_bucket` to another bucket."
#   unknown: defer
package google.storage.log_target

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} logs to itself") if {
	input.type == "google_storage_bucket"
	input.after.logging[0].log_bucket == input.after.name
}
