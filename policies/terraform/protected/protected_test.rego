package terraform.protected_test

import data.lib.expect
import data.terraform.protected as policy

of(type, after) := object.union(expect.resource(type, "synth", after), {"stack": "prod-c01"})

denied(type) := {expect.finding("TF-LIFECYCLE-002", $"{type}.it holds state in production and nothing keeps it from being destroyed")}

bare := {
	"aws_cognito_user_pool": {"deletion_protection": "INACTIVE"},
	"aws_db_instance": {"deletion_protection": false},
	"aws_rds_cluster": {},
	"aws_dynamodb_table": {"deletion_protection_enabled": false},
	"aws_efs_file_system": {"lifecycle": [{"prevent_destroy": false}]},
	"aws_s3_bucket": {"force_destroy": true},
	"aws_backup_vault": {"force_destroy": true},
	"aws_ecr_repository": {"force_delete": true},
	"aws_secretsmanager_secret": {"recovery_window_in_days": 0},
	"google_bigquery_dataset": {"delete_contents_on_destroy": true},
	"google_bigquery_table": {"deletion_protection": false},
	"google_bigtable_table": {"deletion_protection": "UNPROTECTED"},
	"google_firestore_database": {"delete_protection_state": "DELETE_PROTECTION_DISABLED"},
}

test_deny_what_nothing_keeps if {
	every type, after in bare {
		policy.deny == denied(type) with input as of(type, after)
	}
}

test_deny_by_tags_and_labels if {
	every name in ["tags_all", "effective_labels"] {
		policy.deny == denied("aws_rds_cluster") with input as expect.resource("aws_rds_cluster", "synth", {name: {"environment": "production"}})
	}
}

test_allow_prevent_destroy if {
	every type, after in bare {
		policy.deny == set() with input as of(type, object.union(after, {"lifecycle": [{"prevent_destroy": true}]}))
	}
}

test_allow_protection if {
	policy.deny == set() with input as of("aws_cognito_user_pool", {"deletion_protection": "ACTIVE"})
	policy.deny == set() with input as of("aws_db_instance", {"deletion_protection": true})
	policy.deny == set() with input as of("aws_dynamodb_table", {"deletion_protection_enabled": true})
	policy.deny == set() with input as of("google_bigtable_table", {"deletion_protection": "PROTECTED"})
	policy.deny == set() with input as of("google_firestore_database", {"delete_protection_state": "DELETE_PROTECTION_ENABLED"})
}

test_allow_what_is_protected_by_default if {
	every type in [
		"aws_qldb_ledger", "google_bigquery_table", "google_bigtable_instance", "google_spanner_database",
		"google_sql_database_instance", "aws_s3_bucket", "aws_backup_vault", "aws_ecr_repository",
		"aws_secretsmanager_secret", "google_bigquery_dataset",
	] {
		policy.deny == set() with input as of(type, {})
	}
}

test_allow_a_week_to_recover if {
	policy.deny == set() with input as of("aws_secretsmanager_secret", {"recovery_window_in_days": 7})
}

test_allow_development if {
	every stack in ["dev-c01", "non-prod-c01", "preprod-c01", "pre-prod-c01", "not-prod-c01", "products-c01"] {
		policy.deny == set() with input as object.union(expect.resource("aws_rds_cluster", "synth", {}), {"stack": stack})
	}
}

test_deny_every_name_of_production if {
	every stack in ["live-c01", "prd-c01", "prod-eu-c01", "Production-c01"] {
		policy.deny == denied("aws_rds_cluster") with input as object.union(expect.resource("aws_rds_cluster", "synth", {}), {"stack": stack})
	}
}
