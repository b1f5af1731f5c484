package google.sql.tls_test

import data.google.sql.tls as policy
import data.lib.expect

test_deny_an_instance_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SQL-001", "google_sql_database_instance.it takes connections in clear (ip_configuration.ssl_mode)")} with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"tier": "t"}]})
	}
}

test_deny_both if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-SQL-001", "google_sql_database_instance.it takes connections in clear (ip_configuration.ssl_mode)")} with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"ip_configuration": [{"ssl_mode": "ALLOW_UNENCRYPTED_AND_ENCRYPTED"}]}]})
	}
}

test_allow_encrypted_only if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"ip_configuration": [{"ssl_mode": "ENCRYPTED_ONLY"}]}]})
	}
}

test_allow_client_certificates if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_sql_database_instance", stage, {"settings": [{"ip_configuration": [{"ssl_mode": "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"}]}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-SQL-001", "google_sql_database_instance.it takes connections in clear (ip_configuration.ssl_mode)")} with input as expect.unknown("google_sql_database_instance", {}, {"settings": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"settings": [{"tier": "t"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"settings": [{"ip_configuration": [{"ssl_mode": "ALLOW_UNENCRYPTED_AND_ENCRYPTED"}]}]})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"settings": true})
}
