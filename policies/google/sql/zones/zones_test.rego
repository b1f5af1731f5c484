package google.sql.zones_test

import data.google.sql.zones as policy
import data.lib.expect

test_deny_an_instance_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SQL-004", "google_sql_database_instance.it is in one zone only (availability_type)")} with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"tier": "t"}]})
	}
}

test_deny_one_zone if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SQL-004", "google_sql_database_instance.it is in one zone only (availability_type)")} with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"availability_type": "ZONAL"}]})
	}
}

test_allow_a_region if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"availability_type": "REGIONAL"}]})
	}
}

test_allow_a_replica if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_sql_database_instance", stage, {"master_instance_name": "m", "settings": [{"availability_type": "ZONAL"}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-SQL-004", "google_sql_database_instance.it is in one zone only (availability_type)")} with input as expect.unknown("google_sql_database_instance", {}, {"settings": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"settings": [{"tier": "t"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"settings": [{"availability_type": "ZONAL"}]})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"settings": true})
}
