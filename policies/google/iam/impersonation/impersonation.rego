# METADATA
# title: Nobody may become every account of a project
# description: "A role that uses, manages or makes tokens of service accounts, granted on a project or above, holds for each account there, tomorrow's too: it is the sum of what they all may."
# custom:
#   id: GCP-IAM-003
#   severity: critical
#   types: [google_folder_iam_member, google_folder_iam_binding, google_folder_iam_policy, google_organization_iam_member, google_organization_iam_binding, google_organization_iam_policy, google_project_iam_member, google_project_iam_binding, google_project_iam_policy]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_41, CKV_GCP_44, CKV_GCP_45, CKV_GCP_49, GCP-0005, GCP-0009, GCP-0011]
#   controls: [CIS-GCP-1.6, NIST-AC-6]
#   fix: "Grant the role on the one service account (`google_service_account_iam_member`)."
#   unknown: defer
package google.iam.impersonation

import data.lib.google
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} grants {role}, by which one becomes every account below it") if {
	google.grants_on_all
	some role in google.roles
	impersonating[role]
}

impersonating := {"roles/dataproc.admin", "roles/dataproc.editor", "roles/deploymentmanager.editor", "roles/iam.organizationRoleAdmin", "roles/iam.roleAdmin", "roles/iam.securityAdmin", "roles/iam.serviceAccountAdmin", "roles/iam.serviceAccountKeyAdmin", "roles/iam.serviceAccountOpenIdTokenCreator", "roles/iam.serviceAccountTokenCreator", "roles/iam.serviceAccountUser", "roles/iam.workloadIdentityUser", "roles/resourcemanager.folderAdmin", "roles/resourcemanager.folderIamAdmin", "roles/resourcemanager.organizationAdmin", "roles/resourcemanager.projectIamAdmin"}
