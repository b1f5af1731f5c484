# METADATA
# title: No role for an account that Google made
# description: The default accounts of Compute Engine, App Engine and Cloud Build are shared by all code of a project that names no other.
# custom:
#   id: GCP-IAM-004
#   severity: medium
#   types: [google_folder_iam_member, google_folder_iam_binding, google_folder_iam_policy, google_organization_iam_member, google_organization_iam_binding, google_organization_iam_policy, google_project_iam_member, google_project_iam_binding, google_project_iam_policy]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_46, CKV_GCP_47, CKV_GCP_48, GCP-0004, GCP-0006, GCP-0008]
#   controls: [NIST-AC-6]
#   fix: "Make a `google_service_account` for the code and grant the role to that."
#   unknown: defer
package google.iam.default_accounts

import data.lib.google
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} grants {grant.role} to {grant.member}, which all code of a project shares") if {
	google.grants_on_all
	some grant in google.grants
	google.default_account(grant.member)
}
