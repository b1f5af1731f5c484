package google.pubsub.push_endpoint_test

import data.google.pubsub.push_endpoint as policy
import data.lib.expect

test_deny_plain_http if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-PUBSUB-009", "google_pubsub_subscription.it pushes to http://orders.example.com")} with input as expect.resource("google_pubsub_subscription", stage, {"push_config": [{"push_endpoint": "http://orders.example.com"}]})
	}
}

test_allow_https if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {"push_config": [{"push_endpoint": "HTTPS://orders.example.com"}]})
	}
}

test_allow_a_path_below_an_address_that_is_made_here if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {"push_config": [{"push_endpoint": "${google_cloud_run_v2_service.orders.uri}/push"}]})
	}
}

test_allow_a_pull if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {"push_config": []})
	}
}

test_deny_nothing_of_an_unknown_endpoint if {
	policy.deny == set() with input as expect.unknown("google_pubsub_subscription", {"push_config": [{}]}, {"push_config": [{"push_endpoint": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"push_config": [{"push_endpoint": "http://orders.example.com"}]})
}
