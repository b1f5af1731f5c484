package google.sql.encryption_test

import data.google.sql.encryption as policy
import data.lib.expect

test_deny_what_has_no_key if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SQL-006", "google_sql_database_instance.it is not encrypted with a key of ours")} with input as expect.resource("google_sql_database_instance", stage, {})
	}
}

test_deny_an_empty_key if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SQL-006", "google_sql_database_instance.it is not encrypted with a key of ours")} with input as expect.resource("google_sql_database_instance", stage, {"encryption_key_name": ""})
	}
}

test_allow_a_key if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_sql_database_instance", stage, {"encryption_key_name": "k"})
	}
}

test_allow_a_replica_which_has_the_key_of_its_master if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_sql_database_instance", stage, {"master_instance_name": "m"})
	}
}

test_allow_a_key_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_sql_database_instance", {}, {"encryption_key_name": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"encryption_key_name": ""})
}
