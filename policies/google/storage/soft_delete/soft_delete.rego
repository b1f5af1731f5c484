# METADATA
# title: Deleted objects can be brought back
# description: Soft deletion, 7 days unless something else is said, is what saves an object, or a whole bucket, that was deleted by mistake.
# custom:
#   id: GCP-STORAGE-004
#   severity: medium
#   types: [google_storage_bucket]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: "Set `soft_delete_policy.retention_duration_seconds` to 604800 or more."
#   unknown: defer
package google.storage.soft_delete

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} deletes at once and for good (soft_delete_policy)") if {
	input.type == "google_storage_bucket"
	input.after.soft_delete_policy[0].retention_duration_seconds == 0
}
