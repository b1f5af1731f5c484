# METADATA
# title: People get roles by their groups
# description: A role of one person outlives their work on the project, and nobody sees why they have it.
# custom:
#   id: GCP-IAM-006
#   severity: medium
#   types: [google_folder_iam_member, google_folder_iam_binding, google_folder_iam_policy, google_organization_iam_member, google_organization_iam_binding, google_organization_iam_policy, google_project_iam_member, google_project_iam_binding, google_project_iam_policy]
#   stages: [synth, plan]
#   aliases: [GCP-0003]
#   controls: [NIST-AC-2]
#   fix: "Grant the role to a group (`group:`)."
#   unknown: defer
package google.iam.users

import data.lib.google
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} grants a role to one person ({member})") if {
	google.grants_on_all
	some member in google.members
	startswith(member, "user:")
}
