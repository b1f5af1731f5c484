# METADATA
# title: A bucket of logs is locked
# description: Logs that somebody may delete prove nothing. Only a retention policy that is locked keeps them from everybody, owners too.
# custom:
#   id: GCP-STORAGE-007
#   severity: medium
#   types: [google_storage_bucket]
#   stages: [synth, plan]
#   aliases: [CKV2_GCP_4]
#   controls: [CIS-GCP-2.3, NIST-AU-9]
#   fix: "Set `retention_policy` with `is_locked`; a locked policy can never be shortened."
#   unknown: defer
package google.storage.log_retention

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} gets logs and is not locked (retention_policy)") if {
	input.type == "google_storage_bucket"
	input.links.sinks[0]
	not input.after.retention_policy[0].is_locked
}
