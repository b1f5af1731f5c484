package google.redis.access_test

import data.google.redis.access as policy
import data.lib.expect

test_deny_a_cache_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-REDIS-001", "google_redis_instance.it asks nobody for a password (auth_enabled)"), expect.finding("GCP-REDIS-001", "google_redis_instance.it speaks in clear (transit_encryption_mode)")} with input as expect.resource("google_redis_instance", stage, {})
	}
}

test_deny_what_is_switched_off if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-REDIS-001", "google_redis_instance.it asks nobody for a password (auth_enabled)"), expect.finding("GCP-REDIS-001", "google_redis_instance.it speaks in clear (transit_encryption_mode)")} with input as expect.resource("google_redis_instance", stage, {"auth_enabled": false, "transit_encryption_mode": "DISABLED"})
	}
}

test_allow_both if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_redis_instance", stage, {"auth_enabled": true, "transit_encryption_mode": "SERVER_AUTHENTICATION"})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-REDIS-001", "google_redis_instance.it speaks in clear (transit_encryption_mode)")} with input as expect.unknown("google_redis_instance", {"auth_enabled": true}, {"transit_encryption_mode": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"auth_enabled": false, "transit_encryption_mode": "DISABLED"})
	policy.deny == set() with input as expect.unknown("random_id", {"auth_enabled": true}, {"transit_encryption_mode": true})
}
