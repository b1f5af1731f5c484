package google.sql.protection_test

import data.google.sql.protection as policy
import data.lib.expect

test_deny_protection_switched_off if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-SQL-005", "google_sql_database_instance.it may be deleted by a plan (deletion_protection is off)")} with input as expect.resource("google_sql_database_instance", stage, {"deletion_protection": false, "settings": [{"deletion_protection_enabled": true}]})
	}
}

test_deny_an_instance_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SQL-005", "google_sql_database_instance.it may be deleted by anybody who may delete (settings.deletion_protection_enabled)")} with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"tier": "t"}]})
	}
}

test_allow_both if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_sql_database_instance", stage, {"deletion_protection": true, "settings": [{"deletion_protection_enabled": true}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-SQL-005", "google_sql_database_instance.it may be deleted by anybody who may delete (settings.deletion_protection_enabled)")} with input as expect.unknown("google_sql_database_instance", {}, {"settings": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"deletion_protection": false, "settings": [{"deletion_protection_enabled": true}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"settings": [{"tier": "t"}]})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"settings": true})
}
