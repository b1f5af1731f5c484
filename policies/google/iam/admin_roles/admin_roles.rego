# METADATA
# title: Code administrates nothing
# description: An account that code runs as, with a role that administrates, can open what it should only use. Whoever applies the stacks is a person's or a pipeline's identity, not one of a service.
# custom:
#   id: GCP-IAM-005
#   severity: high
#   types: [google_folder_iam_member, google_folder_iam_binding, google_folder_iam_policy, google_organization_iam_member, google_organization_iam_binding, google_organization_iam_policy, google_project_iam_member, google_project_iam_binding, google_project_iam_policy, google_kms_crypto_key_iam_member, google_kms_crypto_key_iam_binding, google_kms_crypto_key_iam_policy, google_kms_key_ring_iam_member, google_kms_key_ring_iam_binding, google_kms_key_ring_iam_policy]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_42]
#   controls: [CIS-GCP-1.5, NIST-AC-6]
#   fix: Grant the role that only uses what the code needs.
#   unknown: defer
package google.iam.admin_roles

import data.lib.google
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} grants {grant.role} to {grant.member}") if {
	google.grants_roles
	some grant in google.grants
	startswith(grant.member, "serviceAccount:")
	endswith(lower(grant.role), "admin")
}
