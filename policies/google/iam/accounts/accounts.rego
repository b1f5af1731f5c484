# METADATA
# title: An account is made for its purpose, and says it
# description: Taking over an account that is there already takes its grants along. One that does not say what it is for is never removed.
# custom:
#   id: GCP-IAM-012
#   severity: medium
#   types: [google_service_account]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AC-2]
#   fix: "Set `display_name`; remove `create_ignore_already_exists`."
#   unknown: set
package google.iam.accounts

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} takes over an account that somebody else made (create_ignore_already_exists)") if {
	input.type == "google_service_account"
	input.after.create_ignore_already_exists == true
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not say what it is for (display_name or description)") if {
	input.type == "google_service_account"
	not described
}

described if input.after.display_name != ""

described if input.after.description != ""

described if input.unknown.display_name

described if input.unknown.description
