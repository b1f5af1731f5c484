# METADATA
# title: Nobody is let in by a wildcard
# description: "`allUsers` is the internet; `allAuthenticatedUsers` is everybody with a Google account."
# custom:
#   id: GCP-IAM-002
#   severity: critical
#   types: [google_artifact_registry_repository_iam_member, google_artifact_registry_repository_iam_binding, google_artifact_registry_repository_iam_policy, google_bigquery_dataset_iam_member, google_bigquery_dataset_iam_binding, google_bigquery_dataset_iam_policy, google_bigquery_table_iam_member, google_bigquery_table_iam_binding, google_bigquery_table_iam_policy, google_cloud_run_service_iam_member, google_cloud_run_service_iam_binding, google_cloud_run_service_iam_policy, google_cloud_run_v2_job_iam_member, google_cloud_run_v2_job_iam_binding, google_cloud_run_v2_job_iam_policy, google_cloud_run_v2_service_iam_member, google_cloud_run_v2_service_iam_binding, google_cloud_run_v2_service_iam_policy, google_cloud_tasks_queue_iam_member, google_cloud_tasks_queue_iam_binding, google_cloud_tasks_queue_iam_policy, google_cloudfunctions2_function_iam_member, google_cloudfunctions2_function_iam_binding, google_cloudfunctions2_function_iam_policy, google_cloudfunctions_function_iam_member, google_cloudfunctions_function_iam_binding, google_cloudfunctions_function_iam_policy, google_dataproc_cluster_iam_member, google_dataproc_cluster_iam_binding, google_dataproc_cluster_iam_policy, google_dns_managed_zone_iam_member, google_dns_managed_zone_iam_binding, google_dns_managed_zone_iam_policy, google_folder_iam_member, google_folder_iam_binding, google_folder_iam_policy, google_kms_crypto_key_iam_member, google_kms_crypto_key_iam_binding, google_kms_crypto_key_iam_policy, google_kms_key_ring_iam_member, google_kms_key_ring_iam_binding, google_kms_key_ring_iam_policy, google_organization_iam_member, google_organization_iam_binding, google_organization_iam_policy, google_project_iam_member, google_project_iam_binding, google_project_iam_policy, google_pubsub_subscription_iam_member, google_pubsub_subscription_iam_binding, google_pubsub_subscription_iam_policy, google_pubsub_topic_iam_member, google_pubsub_topic_iam_binding, google_pubsub_topic_iam_policy, google_secret_manager_secret_iam_member, google_secret_manager_secret_iam_binding, google_secret_manager_secret_iam_policy, google_service_account_iam_member, google_service_account_iam_binding, google_service_account_iam_policy, google_spanner_database_iam_member, google_spanner_database_iam_binding, google_spanner_database_iam_policy, google_spanner_instance_iam_member, google_spanner_instance_iam_binding, google_spanner_instance_iam_policy, google_storage_bucket_iam_member, google_storage_bucket_iam_binding, google_storage_bucket_iam_policy, google_storage_bucket_access_control, google_storage_bucket_acl, google_storage_default_object_access_control, google_storage_default_object_acl]
#   stages: [synth, plan]
#   aliases: [CKV_GCP_28, CKV_GCP_99, CKV_GCP_101, CKV_GCP_102, CKV_GCP_107, CKV_GCP_112, CKV2_GCP_6, CKV2_GCP_8, CKV2_GCP_9, GCP-0001]
#   controls: [CIS-GCP-5.1, NIST-AC-3]
#   fix: Name the service account that calls.
#   unknown: defer
package google.iam.public_members

import data.lib.google
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} lets in {member}") if {
	some member in members
	anyone[member]
}

members := google.members | by_acl

by_acl contains input.after.entity

by_acl contains split(input.after.role_entity[_], ":")[1]

by_acl contains canned[input.after.predefined_acl]

canned := {"authenticatedRead": "allAuthenticatedUsers", "publicRead": "allUsers", "publicReadWrite": "allUsers"}

anyone := {"allAuthenticatedUsers", "allUsers"}
