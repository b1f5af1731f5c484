package google.pubsub.push_identity_test

import data.google.pubsub.push_identity as policy
import data.lib.expect

test_deny_a_push_without_a_token if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-008", "google_pubsub_subscription.it pushes without a token of an account (oidc_token)")} with input as expect.resource("google_pubsub_subscription", stage, {"push_config": [{"push_endpoint": "https://x"}]})
	}
}

test_deny_a_token_without_an_account_or_audience if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-008", "google_pubsub_subscription.it pushes a token that names no audience"), expect.finding("GCP-PUBSUB-008", "google_pubsub_subscription.it pushes without a token of an account (oidc_token)")} with input as expect.resource("google_pubsub_subscription", stage, {"push_config": [{"oidc_token": [{}]}]})
	}
}

test_deny_a_token_without_an_audience if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PUBSUB-008", "google_pubsub_subscription.it pushes a token that names no audience")} with input as expect.resource("google_pubsub_subscription", stage, {"push_config": [{"oidc_token": [{"service_account_email": "push@p.iam.gserviceaccount.com"}]}]})
	}
}

test_allow_a_token_with_an_audience if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {"push_config": [{"oidc_token": [{"service_account_email": "push@p.iam.gserviceaccount.com", "audience": "https://x"}]}]})
	}
}

test_allow_a_pull if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {"push_config": []})
	}
}

test_allow_a_token_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_pubsub_subscription", {"push_config": [{"oidc_token": [{}]}]}, {"push_config": [{"oidc_token": [{"audience": true, "service_account_email": true}]}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"push_config": [{"push_endpoint": "https://x"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"push_config": [{"oidc_token": [{}]}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"push_config": [{"oidc_token": [{"service_account_email": "push@p.iam.gserviceaccount.com"}]}]})
}
