package google.sql.insights_test

import data.google.sql.insights as policy
import data.lib.expect

test_deny_an_instance_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SQL-009", "google_sql_database_instance.it does not tell which queries are slow (insights_config)")} with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"tier": "t"}]})
	}
}

test_deny_insights_switched_off if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SQL-009", "google_sql_database_instance.it does not tell which queries are slow (insights_config)")} with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"insights_config": [{"query_insights_enabled": false}]}]})
	}
}

test_allow_insights if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"insights_config": [{"query_insights_enabled": true}]}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-SQL-009", "google_sql_database_instance.it does not tell which queries are slow (insights_config)")} with input as expect.unknown("google_sql_database_instance", {}, {"settings": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"settings": [{"tier": "t"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"settings": [{"insights_config": [{"query_insights_enabled": false}]}]})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"settings": true})
}
