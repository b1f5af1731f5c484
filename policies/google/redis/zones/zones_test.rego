package google.redis.zones_test

import data.google.redis.zones as policy
import data.lib.expect

test_deny_a_cache_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-REDIS-002", "google_redis_instance.it has no replica (tier)")} with input as expect.resource("google_redis_instance", stage, {})
	}
}

test_deny_a_basic_cache if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-REDIS-002", "google_redis_instance.it has no replica (tier)")} with input as expect.resource("google_redis_instance", stage, {"tier": "BASIC"})
	}
}

test_allow_a_replica if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_redis_instance", stage, {"tier": "STANDARD_HA"})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-REDIS-002", "google_redis_instance.it has no replica (tier)")} with input as expect.unknown("google_redis_instance", {}, {"tier": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"tier": "BASIC"})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"tier": true})
}
