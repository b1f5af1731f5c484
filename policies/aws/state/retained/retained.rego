# METADATA
# title: What holds state is not lost
# description: "A refactor must not delete or replace a table, queue, bucket, key or log. Only a plan can show it: `prevent_destroy` is not in it, and the synthesized stack knows no state."
# custom:
#   id: AWS-STATE-001
#   severity: critical
#   types: [aws_acmpca_certificate_authority, aws_backup_logically_air_gapped_vault, aws_backup_vault, aws_cloudtrail_event_data_store, aws_cloudwatch_event_archive, aws_cloudwatch_log_group, aws_codeartifact_domain, aws_codeartifact_repository, aws_codecommit_repository, aws_cognito_user_pool, aws_db_cluster_snapshot, aws_db_instance, aws_db_snapshot, aws_docdb_cluster, aws_docdb_global_cluster, aws_docdbelastic_cluster, aws_dsql_cluster, aws_dynamodb_global_table, aws_dynamodb_table, aws_dynamodb_table_replica, aws_ebs_snapshot, aws_ebs_volume, aws_ecr_repository, aws_ecrpublic_repository, aws_efs_file_system, aws_elasticache_cluster, aws_elasticache_global_replication_group, aws_elasticache_replication_group, aws_elasticache_serverless_cache, aws_elasticsearch_domain, aws_fsx_lustre_file_system, aws_fsx_ontap_file_system, aws_fsx_ontap_volume, aws_fsx_openzfs_file_system, aws_fsx_openzfs_volume, aws_fsx_windows_file_system, aws_glacier_vault, aws_glue_catalog_database, aws_glue_catalog_table, aws_keyspaces_keyspace, aws_keyspaces_table, aws_kinesis_stream, aws_kinesis_video_stream, aws_kms_external_key, aws_kms_key, aws_kms_replica_external_key, aws_kms_replica_key, aws_memorydb_cluster, aws_mq_broker, aws_msk_cluster, aws_msk_serverless_cluster, aws_neptune_cluster, aws_neptune_global_cluster, aws_neptunegraph_graph, aws_opensearch_domain, aws_opensearchserverless_collection, aws_organizations_account, aws_qldb_ledger, aws_rds_cluster, aws_rds_global_cluster, aws_redshift_cluster, aws_redshiftserverless_namespace, aws_route53_zone, aws_s3_bucket, aws_s3_directory_bucket, aws_s3tables_table, aws_s3tables_table_bucket, aws_sagemaker_feature_group, aws_sagemaker_model_package_group, aws_secretsmanager_secret, aws_sns_topic, aws_sqs_queue, aws_timestreaminfluxdb_db_instance, aws_timestreamwrite_database, aws_timestreamwrite_table]
#   stages: [plan]
#   aliases: []
#   controls: [NIST-CP-9]
#   fix: "Keep the resource (`moved` for a rename); where the loss is meant, exempt this address with an owner, a reason and a date."
#   unknown: defer
package aws.state.retained

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
