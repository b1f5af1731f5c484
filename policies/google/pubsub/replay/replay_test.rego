package google.pubsub.replay_test

import data.google.pubsub.replay as policy
import data.lib.expect

test_deny_a_topic_that_keeps_nothing if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-004", "google_pubsub_topic.it keeps no message for a replay (message_retention_duration)")} with input as expect.resource("google_pubsub_topic", stage, {})
	}
}

test_allow_a_duration if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_topic", stage, {"message_retention_duration": "600s"})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-PUBSUB-004", "google_pubsub_topic.it keeps no message for a replay (message_retention_duration)")} with input as expect.unknown("google_pubsub_topic", {}, {"message_retention_duration": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"message_retention_duration": true})
}
