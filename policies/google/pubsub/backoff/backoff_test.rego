package google.pubsub.backoff_test

import data.google.pubsub.backoff as policy
import data.lib.expect

test_deny_a_subscription_without_one if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-006", "google_pubsub_subscription.it hands a message out again at once when it fails (retry_policy)")} with input as expect.resource("google_pubsub_subscription", stage, {"retry_policy": []})
	}
}

test_deny_one_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-006", "google_pubsub_subscription.it hands a message out again at once when it fails (retry_policy)")} with input as expect.resource("google_pubsub_subscription", stage, {})
	}
}

test_deny_no_wait if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-PUBSUB-006", "google_pubsub_subscription.it waits 0s before the first new attempt")} with input as expect.resource("google_pubsub_subscription", stage, {"retry_policy": [{"minimum_backoff": "0s"}]})
	}
}

test_deny_a_most_below_the_least if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-PUBSUB-006", "google_pubsub_subscription.it waits at most 59s, less than the first time (60s)")} with input as expect.resource("google_pubsub_subscription", stage, {"retry_policy": [{"minimum_backoff": "60s", "maximum_backoff": "59s"}]})
	}
}

test_allow_a_wait if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {"retry_policy": [{"minimum_backoff": "10s", "maximum_backoff": "600s"}]})
	}
}

test_allow_a_second if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {"retry_policy": [{"minimum_backoff": "1s", "maximum_backoff": "1s"}]})
	}
}

test_allow_a_policy_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_pubsub_subscription", {}, {"retry_policy": true})
}

test_allow_the_subscription_of_a_dead_letter_topic if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_pubsub_subscription", stage, {}, {"topic": [{"address": "google_pubsub_topic.dead", "links": {"sources": [{"address": "google_pubsub_subscription.orders"}]}}]})
	}
}

test_deny_the_subscription_of_another_topic if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-006", "google_pubsub_subscription.it hands a message out again at once when it fails (retry_policy)")} with input as expect.linked("google_pubsub_subscription", stage, {}, {"topic": [{"address": "google_pubsub_topic.events", "links": {"sources": []}}]})
	}
}

test_allow_a_topic_nobody_can_tell if {
	every stage in expect.stages {
		policy.deny == set() with input as object.union(expect.resource("google_pubsub_subscription", stage, {}), {"unresolved": {"topic": true}})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"retry_policy": []})
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"retry_policy": [{"minimum_backoff": "0s"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"retry_policy": [{"minimum_backoff": "60s", "maximum_backoff": "59s"}]})
	policy.deny == set() with input as expect.linked("random_id", "synth", {}, {"topic": [{"address": "google_pubsub_topic.events", "links": {"sources": []}}]})
}
