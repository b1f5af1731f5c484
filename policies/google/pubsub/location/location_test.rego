package google.pubsub.location_test

import data.google.pubsub.location as policy
import data.lib.expect

test_deny_a_topic_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-003", "google_pubsub_topic.it keeps messages in any region (message_storage_policy)")} with input as expect.resource("google_pubsub_topic", stage, {})
	}
}

test_deny_an_empty_list if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-003", "google_pubsub_topic.it keeps messages in any region (message_storage_policy)")} with input as expect.resource("google_pubsub_topic", stage, {"message_storage_policy": [{"allowed_persistence_regions": []}]})
	}
}

test_allow_a_region if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_topic", stage, {"message_storage_policy": [{"allowed_persistence_regions": ["europe-west1"]}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-PUBSUB-003", "google_pubsub_topic.it keeps messages in any region (message_storage_policy)")} with input as expect.unknown("google_pubsub_topic", {}, {"message_storage_policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"message_storage_policy": [{"allowed_persistence_regions": []}]})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"message_storage_policy": true})
}
