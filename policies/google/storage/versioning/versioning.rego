# METADATA
# title: Buckets keep what was overwritten
# description: Without versions, or a retention policy, one wrong write or delete is final once the days of soft deletion are over.
# custom:
#   id: GCP-STORAGE-003
#   severity: medium
#   types: [google_storage_bucket]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_78, GCP-0078]
#   controls: [NIST-CP-9]
#   fix: "Set `versioning.enabled` to true, and a `lifecycle_rule` that deletes old versions."
#   unknown: defer
package google.storage.versioning

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps no version of what was overwritten") if {
	input.type == "google_storage_bucket"
	not input.after.versioning[0].enabled
	not retained
	not input.after.hierarchical_namespace[0].enabled
}

retained if input.after.retention_policy[0]
