# METADATA
# title: Functions are encrypted with a key of ours
# description: The copy of the source and the image hold what the code knows. A key of our own can be rotated, audited and revoked.
# custom:
#   id: GCP-FUNCTIONS-003
#   severity: medium
#   types: [google_cloudfunctions2_function]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-28]
#   fix: "Set `kms_key_name`, and `build_config.docker_repository` to a repository with the same key."
#   unknown: set
package google.functions.encryption

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted with a key of ours") if {
	input.type == "google_cloudfunctions2_function"
	not encrypted
}

encrypted if input.after.kms_key_name != ""

encrypted if input.unknown.kms_key_name
