# METADATA
# title: Not every site may read a bucket in its visitors' browsers
# description: "With the origin `*` any page can read and write with what the visitor's browser holds, such as a signed address."
# custom:
#   id: GCP-STORAGE-008
#   severity: medium
#   types: [google_storage_bucket]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AC-4]
#   fix: "Name the sites in `cors.origin`."
#   unknown: defer
package google.storage.cors

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} answers pages of any site (cors.origin)") if {
	input.type == "google_storage_bucket"
	some origin in input.after.cors[_].origin
	origin == "*"
}
