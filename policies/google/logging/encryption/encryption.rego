# METADATA
# title: Logs are encrypted with a key of ours
# description: Logs hold what the code said about people. A key of our own can be rotated, audited and revoked.
# custom:
#   id: GCP-LOGGING-002
#   severity: medium
#   types: [google_logging_project_bucket_config]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SC-28]
#   fix: "Set `cmek_settings.kms_key_name`."
#   unknown: set
package google.logging.encryption

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} is not encrypted with a key of ours") if {
	input.type == "google_logging_project_bucket_config"
	not encrypted
}

encrypted if input.after.cmek_settings[0].kms_key_name != ""

encrypted if input.unknown.cmek_settings
