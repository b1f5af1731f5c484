package google.redis.encryption_test

import data.google.redis.encryption as policy
import data.lib.expect

test_deny_what_has_no_key if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-REDIS-003", "google_redis_instance.it is not encrypted with a key of ours")} with input as expect.resource("google_redis_instance", stage, {})
	}
}

test_deny_an_empty_key if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-REDIS-003", "google_redis_instance.it is not encrypted with a key of ours")} with input as expect.resource("google_redis_instance", stage, {"customer_managed_key": ""})
	}
}

test_allow_a_key if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_redis_instance", stage, {"customer_managed_key": "k"})
	}
}

test_allow_a_key_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_redis_instance", {}, {"customer_managed_key": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"customer_managed_key": ""})
}
