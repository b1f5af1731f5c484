package google.pubsub.deadline_test

import data.google.pubsub.deadline as policy
import data.lib.expect

test_deny_a_deadline_below_the_timeout_of_a_function if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-010", "google_pubsub_subscription.it hands a message out again after 59 s, while google_cloudfunctions2_function.orders may take 60 s")} with input as expect.linked("google_pubsub_subscription", stage, {"ack_deadline_seconds": 59}, {"target": [{"address": "google_cloudfunctions2_function.orders", "after": {"service_config": [{"timeout_seconds": 60}]}, "unknown": {}, "links": {}}]})
	}
}

test_deny_the_default_deadline_and_the_default_timeout if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-010", "google_pubsub_subscription.it hands a message out again after 10 s, while google_cloudfunctions2_function.orders may take 60 s")} with input as expect.linked("google_pubsub_subscription", stage, {}, {"target": [{"address": "google_cloudfunctions2_function.orders", "after": {"service_config": {"available_memory": "512Mi"}}, "unknown": {}, "links": {}}]})
	}
}

test_deny_a_deadline_below_the_timeout_of_a_service if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-010", "google_pubsub_subscription.it hands a message out again after 60 s, while google_cloudfunctions2_function.orders may take 61 s")} with input as expect.linked("google_pubsub_subscription", stage, {"ack_deadline_seconds": 60}, {"target": [{"address": "google_cloudfunctions2_function.orders", "after": {"template": [{"timeout": "61s"}]}, "unknown": {}, "links": {}}]})
	}
}

test_deny_the_default_timeout_of_a_service if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-010", "google_pubsub_subscription.it hands a message out again after 299 s, while google_cloudfunctions2_function.orders may take 300 s")} with input as expect.linked("google_pubsub_subscription", stage, {"ack_deadline_seconds": 299}, {"target": [{"address": "google_cloudfunctions2_function.orders", "after": {"template": {"containers": []}}, "unknown": {}, "links": {}}]})
	}
}

test_deny_whatever_else_is_known_only_after_apply if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-010", "google_pubsub_subscription.it hands a message out again after 60 s, while google_cloudfunctions2_function.orders may take 61 s")} with input as expect.linked("google_pubsub_subscription", stage, {"ack_deadline_seconds": 60}, {"target": [{"address": "google_cloudfunctions2_function.orders", "after": {"service_config": [{"timeout_seconds": 61}]}, "unknown": {"service_config": [{"service_account_email": true}]}, "links": {}}]})
	}
}

test_allow_a_deadline_that_reaches if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_pubsub_subscription", stage, {"ack_deadline_seconds": 60}, {"target": [{"address": "google_cloudfunctions2_function.orders", "after": {"service_config": [{"timeout_seconds": 60}]}, "unknown": {}, "links": {}}]})
	}
}

test_allow_a_pull if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {})
	}
}

test_allow_a_deadline_known_only_after_apply if {
	policy.deny == set() with input as object.union(expect.unknown("google_pubsub_subscription", {}, {"ack_deadline_seconds": true}), {"links": {"target": [{"address": "google_cloudfunctions2_function.orders", "after": {"service_config": [{"timeout_seconds": 60}]}, "unknown": {}, "links": {}}]}})
}

test_allow_a_timeout_known_only_after_apply if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_pubsub_subscription", stage, {}, {"target": [{"address": "google_cloudfunctions2_function.orders", "after": {"service_config": [{}]}, "unknown": {"service_config": [{"timeout_seconds": true}]}, "links": {}}]})
	}
}

test_allow_a_timeout_of_a_service_known_only_after_apply if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_pubsub_subscription", stage, {}, {"target": [{"address": "google_cloudfunctions2_function.orders", "after": {"template": [{}]}, "unknown": {"template": [{"timeout": true}]}, "links": {}}]})
	}
}

test_allow_a_block_known_only_after_apply if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_pubsub_subscription", stage, {}, {"target": [{"address": "google_cloudfunctions2_function.orders", "after": {"template": [{}]}, "unknown": {"template": true}, "links": {}}]})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.linked("random_id", "synth", {"ack_deadline_seconds": 59}, {"target": [{"address": "google_cloudfunctions2_function.orders", "after": {"service_config": [{"timeout_seconds": 60}]}, "unknown": {}, "links": {}}]})
	policy.deny == set() with input as expect.linked("random_id", "synth", {}, {"target": [{"address": "google_cloudfunctions2_function.orders", "after": {"service_config": {"available_memory": "512Mi"}}, "unknown": {}, "links": {}}]})
	policy.deny == set() with input as expect.linked("random_id", "synth", {"ack_deadline_seconds": 60}, {"target": [{"address": "google_cloudfunctions2_function.orders", "after": {"template": [{"timeout": "61s"}]}, "unknown": {}, "links": {}}]})
	policy.deny == set() with input as expect.linked("random_id", "synth", {"ack_deadline_seconds": 299}, {"target": [{"address": "google_cloudfunctions2_function.orders", "after": {"template": {"containers": []}}, "unknown": {}, "links": {}}]})
	policy.deny == set() with input as expect.linked("random_id", "synth", {"ack_deadline_seconds": 60}, {"target": [{"address": "google_cloudfunctions2_function.orders", "after": {"service_config": [{"timeout_seconds": 61}]}, "unknown": {"service_config": [{"service_account_email": true}]}, "links": {}}]})
}
