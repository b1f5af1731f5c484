package google.pubsub.expiration_test

import data.google.pubsub.expiration as policy
import data.lib.expect

test_deny_a_subscription_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-007", "google_pubsub_subscription.it is deleted when nobody uses it for a while (expiration_policy)")} with input as expect.resource("google_pubsub_subscription", stage, {})
	}
}

test_deny_a_time if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-007", "google_pubsub_subscription.it is deleted when nobody uses it for a while (expiration_policy)")} with input as expect.resource("google_pubsub_subscription", stage, {"expiration_policy": [{"ttl": "2678400s"}]})
	}
}

test_allow_never if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {"expiration_policy": [{"ttl": ""}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-PUBSUB-007", "google_pubsub_subscription.it is deleted when nobody uses it for a while (expiration_policy)")} with input as expect.unknown("google_pubsub_subscription", {}, {"expiration_policy": [{"ttl": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"expiration_policy": [{"ttl": "2678400s"}]})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"expiration_policy": [{"ttl": true}]})
}
