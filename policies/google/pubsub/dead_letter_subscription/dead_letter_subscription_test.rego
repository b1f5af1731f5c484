package google.pubsub.dead_letter_subscription_test

import data.google.pubsub.dead_letter_subscription as policy
import data.lib.expect

test_deny_a_dead_letter_topic_without_one if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-013", "google_pubsub_topic.it gets dead letters and has no subscription: they are dropped")} with input as expect.linked("google_pubsub_topic", stage, {}, {"sources": [{"address": "google_pubsub_subscription.orders", "after": {}, "unknown": {}, "links": {}}]})
	}
}

test_allow_a_dead_letter_topic_with_one if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_pubsub_topic", stage, {}, {"sources": [{"address": "google_pubsub_subscription.orders", "after": {}, "unknown": {}, "links": {}}], "subscriptions": [{"address": "google_pubsub_subscription.orders", "after": {}, "unknown": {}, "links": {}}]})
	}
}

test_allow_another_topic if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_pubsub_topic", stage, {}, {"subscriptions": [{"address": "google_pubsub_subscription.orders", "after": {}, "unknown": {}, "links": {}}]})
	}
}

test_allow_a_topic_without_links if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_topic", stage, {})
	}
}

test_allow_subscriptions_nobody_can_tell if {
	every stage in expect.stages {
		policy.deny == set() with input as object.union(expect.linked("google_pubsub_topic", stage, {}, {"sources": [{"address": "google_pubsub_subscription.orders", "after": {}, "unknown": {}, "links": {}}]}), {"unresolved": {"subscriptions": true}})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.linked("random_id", "synth", {}, {"sources": [{"address": "google_pubsub_subscription.orders", "after": {}, "unknown": {}, "links": {}}]})
}
