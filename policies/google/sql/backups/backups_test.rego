package google.sql.backups_test

import data.google.sql.backups as policy
import data.lib.expect

test_deny_an_instance_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SQL-003", "google_sql_database_instance.it makes no backups (backup_configuration.enabled)")} with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"tier": "t"}]})
	}
}

test_deny_backups_alone if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SQL-003", "google_sql_database_instance.it cannot be restored to a point in time (backup_configuration)")} with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"backup_configuration": [{"enabled": true}]}]})
	}
}

test_deny_what_is_switched_off if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SQL-003", "google_sql_database_instance.it makes no backups (backup_configuration.enabled)")} with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"backup_configuration": [{"enabled": false, "point_in_time_recovery_enabled": true}]}]})
	}
}

test_allow_a_point_in_time if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"backup_configuration": [{"enabled": true, "point_in_time_recovery_enabled": true}]}]})
	}
}

test_allow_the_log_of_mysql if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"backup_configuration": [{"enabled": true, "binary_log_enabled": true}]}]})
	}
}

test_allow_a_replica if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_sql_database_instance", stage, {"master_instance_name": "m", "settings": [{"tier": "t"}]})
	}
}

test_allow_a_replica_with_backups if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_sql_database_instance", stage, {"master_instance_name": "m", "settings": [{"backup_configuration": [{"enabled": true}]}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-SQL-003", "google_sql_database_instance.it makes no backups (backup_configuration.enabled)")} with input as expect.unknown("google_sql_database_instance", {}, {"settings": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"settings": [{"tier": "t"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"settings": [{"backup_configuration": [{"enabled": true}]}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"settings": [{"backup_configuration": [{"enabled": false, "point_in_time_recovery_enabled": true}]}]})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"settings": true})
}
