# METADATA
# title: Removing a stack switches no API off
# description: Switching an API off stops everybody in the project who uses it, and may delete what it holds.
# custom:
#   id: GCP-PROJECT-001
#   severity: high
#   types: [google_project_service]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-CP-2]
#   fix: "Set `disable_on_destroy` to false and leave `disable_dependent_services` out."
#   unknown: defer
package google.project.services

import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} does not leave the API on when it is removed (disable_on_destroy)") if {
	input.type == "google_project_service"
	not input.after.disable_on_destroy == false
}

deny contains report.violation(rego.metadata.chain(), $"{input.address} would switch off the APIs that build on it too (disable_dependent_services)") if {
	input.type == "google_project_service"
	input.after.disable_dependent_services == true
}
