package google.sql.audit_flags_test

import data.google.sql.audit_flags as policy
import data.lib.expect

test_deny_an_instance_that_logs_nothing if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SQL-008", "google_sql_database_instance.it does not log what it should: cloudsql.enable_pgaudit, log_checkpoints, log_connections, log_disconnections, log_lock_waits, log_statement, log_temp_files")} with input as expect.resource("google_sql_database_instance", stage, {"database_version": "POSTGRES_17", "settings": [{"tier": "t"}]})
	}
}

test_deny_one_that_is_off if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SQL-008", "google_sql_database_instance.it does not log what it should: log_disconnections, log_statement")} with input as expect.resource("google_sql_database_instance", stage, {"database_version": "POSTGRES_17", "settings": [{"database_flags": [{"name": "cloudsql.enable_pgaudit", "value": "on"}, {"name": "log_checkpoints", "value": "on"}, {"name": "log_connections", "value": "on"}, {"name": "log_disconnections", "value": "off"}, {"name": "log_lock_waits", "value": "on"}, {"name": "log_statement", "value": "all"}, {"name": "log_temp_files", "value": "0"}]}]})
	}
}

test_deny_a_single_one if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SQL-008", "google_sql_database_instance.it does not log what it should: log_temp_files")} with input as expect.resource("google_sql_database_instance", stage, {"database_version": "POSTGRES_17", "settings": [{"database_flags": [{"name": "cloudsql.enable_pgaudit", "value": "on"}, {"name": "log_checkpoints", "value": "on"}, {"name": "log_connections", "value": "on"}, {"name": "log_disconnections", "value": "on"}, {"name": "log_lock_waits", "value": "on"}, {"name": "log_statement", "value": "mod"}, {"name": "log_temp_files", "value": "1"}]}]})
	}
}

test_allow_all if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_sql_database_instance", stage, {"database_version": "POSTGRES_17", "settings": [{"database_flags": [{"name": "cloudsql.enable_pgaudit", "value": "on"}, {"name": "log_checkpoints", "value": "on"}, {"name": "log_connections", "value": "ON"}, {"name": "log_disconnections", "value": "on"}, {"name": "log_lock_waits", "value": "on"}, {"name": "log_statement", "value": "ddl"}, {"name": "log_temp_files", "value": "0"}]}]})
	}
}

test_allow_other_engines if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_sql_database_instance", stage, {"database_version": "MYSQL_8_0", "settings": [{"tier": "t"}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-SQL-008", "google_sql_database_instance.it does not log what it should: cloudsql.enable_pgaudit, log_checkpoints, log_connections, log_disconnections, log_lock_waits, log_statement, log_temp_files")} with input as expect.unknown("google_sql_database_instance", {"database_version": "POSTGRES_17"}, {"settings": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"database_version": "POSTGRES_17", "settings": [{"tier": "t"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"database_version": "POSTGRES_17", "settings": [{"database_flags": [{"name": "cloudsql.enable_pgaudit", "value": "on"}, {"name": "log_checkpoints", "value": "on"}, {"name": "log_connections", "value": "on"}, {"name": "log_disconnections", "value": "off"}, {"name": "log_lock_waits", "value": "on"}, {"name": "log_statement", "value": "all"}, {"name": "log_temp_files", "value": "0"}]}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"database_version": "POSTGRES_17", "settings": [{"database_flags": [{"name": "cloudsql.enable_pgaudit", "value": "on"}, {"name": "log_checkpoints", "value": "on"}, {"name": "log_connections", "value": "on"}, {"name": "log_disconnections", "value": "on"}, {"name": "log_lock_waits", "value": "on"}, {"name": "log_statement", "value": "mod"}, {"name": "log_temp_files", "value": "1"}]}]})
	policy.deny == set() with input as expect.unknown("random_id", {"database_version": "POSTGRES_17"}, {"settings": true})
}
