# METADATA
# title: Old versions go
# description: A versioned bucket without a lifecycle keeps, and charges for, every version that ever was.
# custom:
#   id: GCP-STORAGE-005
#   severity: low
#   types: [google_storage_bucket]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-12]
#   fix: "Add a `lifecycle_rule` that deletes versions some days after they were replaced."
#   unknown: defer
package google.storage.lifecycle

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} keeps old versions for ever (lifecycle_rule)") if {
	input.type == "google_storage_bucket"
	input.after.versioning[0].enabled == true
	not expires
}

expires if count(input.after.lifecycle_rule) > 0
