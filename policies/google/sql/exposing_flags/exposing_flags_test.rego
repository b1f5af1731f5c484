package google.sql.exposing_flags_test

import data.google.sql.exposing_flags as policy
import data.lib.expect

test_deny_files_of_clients if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-SQL-007", "google_sql_database_instance.it switches on local_infile")} with input as expect.resource("google_sql_database_instance", stage, {"database_version": "MYSQL_8_0", "settings": [{"database_flags": [{"name": "local_infile", "value": "ON"}]}]})
	}
}

test_deny_chaining if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-SQL-007", "google_sql_database_instance.it switches on cross db ownership chaining")} with input as expect.resource("google_sql_database_instance", stage, {"database_version": "SQLSERVER_2022_STANDARD", "settings": [{"database_flags": [{"name": "cross db ownership chaining", "value": "on"}, {"name": "contained database authentication", "value": "off"}]}]})
	}
}

test_allow_them_off if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"database_flags": [{"name": "local_infile", "value": "off"}, {"name": "log_connections", "value": "on"}]}]})
	}
}

test_allow_no_flags if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"database_flags": []}]})
	}
}

test_deny_nothing_of_unknown_flags if {
	policy.deny == set() with input as expect.unknown("google_sql_database_instance", {}, {"settings": true})
}

test_deny_each_such_flag if {
	every stage in expect.stages {
		every value in ["contained database authentication", "cross db ownership chaining", "external scripts enabled", "local_infile", "remote access"] {
			policy.deny == {expect.violation("GCP-SQL-007", $"google_sql_database_instance.it switches on {value}")} with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"database_flags": [{"name": value, "value": "on"}]}]})
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"database_version": "MYSQL_8_0", "settings": [{"database_flags": [{"name": "local_infile", "value": "ON"}]}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"database_version": "SQLSERVER_2022_STANDARD", "settings": [{"database_flags": [{"name": "cross db ownership chaining", "value": "on"}, {"name": "contained database authentication", "value": "off"}]}]})
}
