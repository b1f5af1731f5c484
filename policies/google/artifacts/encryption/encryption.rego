# METADATA
# title: Repositories are encrypted with a key of ours
# description: An image holds code and sometimes more. A key of our own can be rotated, audited and revoked.
# custom:
#   id: GCP-ARTIFACTS-001
#   severity: medium
#   types: [google_artifact_registry_repository]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_84]
#   controls: [NIST-SC-28]
#   fix: "Set `kms_key_name`."
#   unknown: set
package google.artifacts.encryption

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted with a key of ours") if {
	input.type == "google_artifact_registry_repository"
	not encrypted
}

encrypted if input.after.kms_key_name != ""

encrypted if input.unknown.kms_key_name
