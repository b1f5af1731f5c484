# METADATA
# title: What holds state is not lost
# description: "A refactor must not delete or replace a table, queue, bucket, key or log. Only a plan can show it: `prevent_destroy` is not in it, and the synthesized stack knows no state."
# custom:
#   id: GCP-STATE-001
#   severity: critical
#   types: [google_alloydb_cluster, google_artifact_registry_repository, google_backup_dr_backup_vault, google_bigquery_dataset, google_bigquery_table, google_bigtable_instance, google_bigtable_table, google_compute_disk, google_compute_region_disk, google_compute_snapshot, google_dataproc_metastore_service, google_dns_managed_zone, google_filestore_instance, google_firestore_database, google_healthcare_consent_store, google_healthcare_dataset, google_healthcare_dicom_store, google_healthcare_fhir_store, google_healthcare_hl7_v2_store, google_identity_platform_tenant, google_kms_crypto_key, google_kms_crypto_key_version, google_kms_key_ring, google_logging_billing_account_bucket_config, google_logging_folder_bucket_config, google_logging_organization_bucket_config, google_logging_project_bucket_config, google_managed_kafka_cluster, google_managed_kafka_topic, google_memorystore_instance, google_netapp_volume, google_parallelstore_instance, google_privateca_ca_pool, google_privateca_certificate_authority, google_project, google_pubsub_lite_topic, google_pubsub_subscription, google_pubsub_topic, google_redis_cluster, google_redis_instance, google_secret_manager_regional_secret, google_secret_manager_secret, google_sourcerepo_repository, google_spanner_database, google_spanner_instance, google_sql_database, google_sql_database_instance, google_storage_bucket, google_storage_folder, google_vertex_ai_dataset, google_vertex_ai_feature_online_store, google_vertex_ai_featurestore, google_vertex_ai_index, google_workbench_instance]
#   stages: [plan]
#   aliases: [CKV_GCP_82]
#   controls: [NIST-CP-9]
#   fix: "Keep the resource (`moved` for a rename); where the loss is meant, exempt this address with an owner, a reason and a date."
#   unknown: defer
package google.state.retained

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} holds state and would be {what}") if what

what := "deleted" if {
	gone
	not created
}

what := $"replaced, because of {paths}" if {
	gone
	created
	count(input.replacePaths) > 0
	paths := concat(", ", input.replacePaths)
}

what := "replaced" if {
	gone
	created
	count(input.replacePaths) == 0
}

what := "forgotten: Terraform would stop managing it" if {
	"forget" in input.actions
	not gone
}

# A token this version of the gate has not met may do anything.
what := $"changed by an action the gate does not know ({names})" if {
	not gone
	not "forget" in input.actions
	strange := [action | some action in input.actions; not known[action]]
	count(strange) > 0
	names := concat(", ", strange)
}

gone if "delete" in input.actions

created if "create" in input.actions

known := {"no-op", "create", "read", "update", "delete", "forget"}
