# METADATA
# title: No basic roles
# description: "`roles/owner`, `roles/editor` and `roles/viewer` cover every service of a project, today's and tomorrow's."
# custom:
#   id: GCP-IAM-001
#   severity: critical
#   types: [google_cloud_run_v2_job_iam_member, google_cloud_run_v2_job_iam_binding, google_cloud_run_v2_service_iam_member, google_cloud_run_v2_service_iam_binding, google_cloudfunctions2_function_iam_member, google_cloudfunctions2_function_iam_binding, google_kms_crypto_key_iam_member, google_kms_crypto_key_iam_binding, google_kms_key_ring_iam_member, google_kms_key_ring_iam_binding, google_project_iam_member, google_project_iam_binding, google_pubsub_subscription_iam_member, google_pubsub_subscription_iam_binding, google_pubsub_topic_iam_member, google_pubsub_topic_iam_binding, google_secret_manager_secret_iam_member, google_secret_manager_secret_iam_binding, google_service_account_iam_member, google_service_account_iam_binding, google_storage_bucket_iam_member, google_storage_bucket_iam_binding, google_cloud_run_v2_job_iam_policy, google_cloud_run_v2_service_iam_policy, google_cloudfunctions2_function_iam_policy, google_kms_crypto_key_iam_policy, google_kms_key_ring_iam_policy, google_project_iam_policy, google_pubsub_subscription_iam_policy, google_pubsub_topic_iam_policy, google_secret_manager_secret_iam_policy, google_service_account_iam_policy, google_storage_bucket_iam_policy]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_117, GCP-0007]
#   controls: [CIS-GCP-1.5, NIST-AC-6]
#   fix: Grant the one predefined role that the caller needs, on the one resource.
#   unknown: defer
package google.iam.basic_roles

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} grants {role}") if {
	some role in roles
	basic[role]
}

roles contains input.after.role

roles contains json.unmarshal(input.after.policy_data).bindings[_].role

basic := {"roles/editor", "roles/owner", "roles/viewer"}
