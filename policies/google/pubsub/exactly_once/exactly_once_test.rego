package google.pubsub.exactly_once_test

import data.google.pubsub.exactly_once as policy
import data.lib.expect

test_deny_a_push_exactly_once if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-PUBSUB-011", "google_pubsub_subscription.it asks for exactly-once delivery of pushes, which there is not")} with input as expect.resource("google_pubsub_subscription", stage, {"enable_exactly_once_delivery": true, "push_config": [{"push_endpoint": "https://x"}]})
	}
}

test_allow_a_pull_exactly_once if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {"enable_exactly_once_delivery": true, "push_config": []})
	}
}

test_allow_a_push if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {"enable_exactly_once_delivery": false, "push_config": [{"push_endpoint": "https://x"}]})
	}
}

test_deny_nothing_of_an_unknown_value if {
	policy.deny == set() with input as expect.unknown("google_pubsub_subscription", {"push_config": [{"push_endpoint": "https://x"}]}, {"enable_exactly_once_delivery": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"enable_exactly_once_delivery": true, "push_config": [{"push_endpoint": "https://x"}]})
}
