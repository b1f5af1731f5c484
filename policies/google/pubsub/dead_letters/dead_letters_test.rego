package google.pubsub.dead_letters_test

import data.google.pubsub.dead_letters as policy
import data.lib.expect

test_deny_a_subscription_without_one if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-002", "google_pubsub_subscription.it has no dead-letter topic")} with input as expect.resource("google_pubsub_subscription", stage, {})
	}
}

test_deny_an_empty_text if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-002", "google_pubsub_subscription.it has no dead-letter topic")} with input as expect.resource("google_pubsub_subscription", stage, {"dead_letter_policy": [{"dead_letter_topic": ""}]})
	}
}

test_allow_a_dead_letter_topic if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {"dead_letter_policy": [{"dead_letter_topic": "projects/p/topics/dead"}]})
	}
}

test_allow_a_topic_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_pubsub_subscription", {}, {"dead_letter_policy": [{"dead_letter_topic": true}]})
}

test_allow_the_subscription_of_a_dead_letter_topic if {
	topic := {"address": "google_pubsub_topic.dead", "links": {"sources": [{"address": "google_pubsub_subscription.orders"}]}}
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_pubsub_subscription", stage, {}, {"topic": [topic]})
	}
}

test_deny_the_subscription_of_another_topic if {
	topic := {"address": "google_pubsub_topic.events", "links": {"sources": []}}
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-002", "google_pubsub_subscription.it has no dead-letter topic")} with input as expect.linked("google_pubsub_subscription", stage, {}, {"topic": [topic]})
	}
}

test_allow_a_topic_nobody_can_tell if {
	every stage in expect.stages {
		policy.deny == set() with input as object.union(expect.resource("google_pubsub_subscription", stage, {}), {"unresolved": {"topic": true}})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
