# METADATA
# title: No secret in the state
# description: "`secret_data` is written to the state in clear. What is write-only, or put there by a person, is not."
# custom:
#   id: GCP-SECRET-002
#   severity: high
#   types: [google_secret_manager_secret_version]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-IA-5]
#   fix: "Use `secret_data_wo` with `secret_data_wo_version`, or add the version outside of Terraform."
#   unknown: set
package google.secret_manager.state

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} writes the secret to the state (secret_data)") if {
	input.type == "google_secret_manager_secret_version"
	written
}

written if input.after.secret_data

# In a plan it is sensitive, which looks like unknown.
written if input.unknown.secret_data
