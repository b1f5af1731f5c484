# METADATA
# title: What holds state in production is protected
# description: "A stateful resource of production refuses to be destroyed: by its own deletion protection, by `prevent_destroy`, or because it must be empty first. Only the synthesized stack shows `lifecycle`."
# custom:
#   id: TF-LIFECYCLE-002
#   severity: medium
#   types: [aws_backup_vault, aws_cognito_user_pool, aws_db_instance, aws_docdb_cluster, aws_dsql_cluster, aws_dynamodb_table, aws_ebs_volume, aws_ecr_repository, aws_efs_file_system, aws_fsx_lustre_file_system, aws_fsx_ontap_file_system, aws_fsx_openzfs_file_system, aws_fsx_windows_file_system, aws_memorydb_cluster, aws_neptune_cluster, aws_opensearch_domain, aws_qldb_ledger, aws_rds_cluster, aws_redshift_cluster, aws_s3_bucket, aws_secretsmanager_secret, google_alloydb_cluster, google_bigquery_dataset, google_bigquery_table, google_bigtable_instance, google_bigtable_table, google_compute_disk, google_filestore_instance, google_firestore_database, google_spanner_database, google_sql_database_instance]
#   stages: [synth]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: "Set `lifecycle.prevent_destroy`, or the resource's deletion protection (`stores.<name>.deletionProtection` in the declaration); leave `force_destroy` and the like out."
#   unknown: defer
package terraform.protected

import data.lib.live
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} holds state in production and nothing keeps it from being destroyed") if {
	live.production
	not kept
}

kept if input.after.lifecycle[0].prevent_destroy == true

kept if input.after.deletion_protection_enabled == true

kept if {
	input.after.deletion_protection != false
	not {"INACTIVE", "UNPROTECTED"}[input.after.deletion_protection]
}

kept if input.after.delete_protection_state == "DELETE_PROTECTION_ENABLED"

# Protected unless its author says otherwise.
kept if {
	{
		"aws_qldb_ledger", "google_bigquery_table", "google_bigtable_instance",
		"google_spanner_database", "google_sql_database_instance",
	}[input.type]
	not input.after.deletion_protection == false
}

# The cloud refuses to delete it while it holds something, or keeps it for days.
kept if {
	{"aws_backup_vault", "aws_s3_bucket"}[input.type]
	not input.after.force_destroy == true
}

kept if {
	input.type == "aws_ecr_repository"
	not input.after.force_delete == true
}

kept if {
	input.type == "aws_secretsmanager_secret"
	not input.after.recovery_window_in_days == 0
}

kept if {
	input.type == "google_bigquery_dataset"
	not input.after.delete_contents_on_destroy == true
}
