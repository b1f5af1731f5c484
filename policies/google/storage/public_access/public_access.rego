# METADATA
# title: Buckets block public access
# description: "`public_access_prevention` keeps a later grant from opening a bucket; uniform access leaves no object ACL behind."
# custom:
#   id: GCP-STORAGE-002
#   severity: critical
#   types: [google_storage_bucket]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_29, CKV_GCP_114, GCP-0002]
#   controls: [CIS-GCP-5.2]
#   fix: "Set `public_access_prevention` to `enforced` and `uniform_bucket_level_access` to true."
#   unknown: defer
package google.storage.public_access

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not enforce public access prevention") if {
	input.type == "google_storage_bucket"
	not input.after.public_access_prevention == "enforced"
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} allows object ACLs (uniform_bucket_level_access is off)") if {
	input.type == "google_storage_bucket"
	not input.after.uniform_bucket_level_access
}
