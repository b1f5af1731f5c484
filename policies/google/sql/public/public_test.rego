package google.sql.public_test

import data.google.sql.public as policy
import data.lib.expect

test_deny_an_instance_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SQL-002", "google_sql_database_instance.it has an address on the internet (ip_configuration.ipv4_enabled)")} with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"tier": "t"}]})
	}
}

test_deny_a_public_address if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SQL-002", "google_sql_database_instance.it has an address on the internet (ip_configuration.ipv4_enabled)")} with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"ip_configuration": [{"ipv4_enabled": true}]}]})
	}
}

test_deny_the_whole_internet if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-SQL-002", "google_sql_database_instance.it lets in the whole internet (0.0.0.0/0)")} with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"ip_configuration": [{"ipv4_enabled": false, "authorized_networks": [{"value": "203.0.113.0/24"}, {"value": "0.0.0.0/0"}]}]}]})
	}
}

test_allow_a_private_address if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"ip_configuration": [{"ipv4_enabled": false, "private_network": "n", "authorized_networks": []}]}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-SQL-002", "google_sql_database_instance.it has an address on the internet (ip_configuration.ipv4_enabled)")} with input as expect.unknown("google_sql_database_instance", {}, {"settings": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"settings": [{"tier": "t"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"settings": [{"ip_configuration": [{"ipv4_enabled": true}]}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"settings": [{"ip_configuration": [{"ipv4_enabled": false, "authorized_networks": [{"value": "203.0.113.0/24"}, {"value": "0.0.0.0/0"}]}]}]})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"settings": true})
}
