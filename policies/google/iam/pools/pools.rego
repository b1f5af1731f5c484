# METADATA
# title: No grant to everybody of an identity pool
# description: A pool holds whoever its providers know. A grant to all of them holds for each repository or cluster that is added later.
# custom:
#   id: GCP-IAM-013
#   severity: high
#   types: [google_artifact_registry_repository_iam_member, google_artifact_registry_repository_iam_binding, google_artifact_registry_repository_iam_policy, google_bigquery_dataset_iam_member, google_bigquery_dataset_iam_binding, google_bigquery_dataset_iam_policy, google_bigquery_table_iam_member, google_bigquery_table_iam_binding, google_bigquery_table_iam_policy, google_cloud_run_service_iam_member, google_cloud_run_service_iam_binding, google_cloud_run_service_iam_policy, google_cloud_run_v2_job_iam_member, google_cloud_run_v2_job_iam_binding, google_cloud_run_v2_job_iam_policy, google_cloud_run_v2_service_iam_member, google_cloud_run_v2_service_iam_binding, google_cloud_run_v2_service_iam_policy, google_cloud_tasks_queue_iam_member, google_cloud_tasks_queue_iam_binding, google_cloud_tasks_queue_iam_policy, google_cloudfunctions2_function_iam_member, google_cloudfunctions2_function_iam_binding, google_cloudfunctions2_function_iam_policy, google_cloudfunctions_function_iam_member, google_cloudfunctions_function_iam_binding, google_cloudfunctions_function_iam_policy, google_dataproc_cluster_iam_member, google_dataproc_cluster_iam_binding, google_dataproc_cluster_iam_policy, google_dns_managed_zone_iam_member, google_dns_managed_zone_iam_binding, google_dns_managed_zone_iam_policy, google_folder_iam_member, google_folder_iam_binding, google_folder_iam_policy, google_kms_crypto_key_iam_member, google_kms_crypto_key_iam_binding, google_kms_crypto_key_iam_policy, google_kms_key_ring_iam_member, google_kms_key_ring_iam_binding, google_kms_key_ring_iam_policy, google_organization_iam_member, google_organization_iam_binding, google_organization_iam_policy, google_project_iam_member, google_project_iam_binding, google_project_iam_policy, google_pubsub_subscription_iam_member, google_pubsub_subscription_iam_binding, google_pubsub_subscription_iam_policy, google_pubsub_topic_iam_member, google_pubsub_topic_iam_binding, google_pubsub_topic_iam_policy, google_secret_manager_secret_iam_member, google_secret_manager_secret_iam_binding, google_secret_manager_secret_iam_policy, google_service_account_iam_member, google_service_account_iam_binding, google_service_account_iam_policy, google_spanner_database_iam_member, google_spanner_database_iam_binding, google_spanner_database_iam_policy, google_spanner_instance_iam_member, google_spanner_instance_iam_binding, google_spanner_instance_iam_policy, google_storage_bucket_iam_member, google_storage_bucket_iam_binding, google_storage_bucket_iam_policy]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-AC-6]
#   fix: "Name an attribute of the pool, such as `attribute.repository/owner/name`."
#   unknown: defer
package google.iam.pools

import data.lib.google
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} lets in everybody of an identity pool ({member})") if {
	google.grants_roles
	some member in google.members
	startswith(member, "principalSet://")
	endswith(member, "/*")
}
