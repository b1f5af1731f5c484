package google.pubsub.attempts_test

import data.google.pubsub.attempts as policy
import data.lib.expect

test_deny_too_few if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-PUBSUB-005", "google_pubsub_subscription.it sets a message aside after 4 attempts; Google takes 5 to 100")} with input as expect.resource("google_pubsub_subscription", stage, {"dead_letter_policy": [{"max_delivery_attempts": 4}]})
	}
}

test_deny_too_many if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-PUBSUB-005", "google_pubsub_subscription.it sets a message aside after 101 attempts; Google takes 5 to 100")} with input as expect.resource("google_pubsub_subscription", stage, {"dead_letter_policy": [{"max_delivery_attempts": 101}]})
	}
}

test_allow_the_least if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {"dead_letter_policy": [{"max_delivery_attempts": 5}]})
	}
}

test_allow_the_most if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {"dead_letter_policy": [{"max_delivery_attempts": 100}]})
	}
}

test_allow_the_default if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {"dead_letter_policy": [{}]})
	}
}

test_deny_nothing_of_an_unknown_value if {
	policy.deny == set() with input as expect.unknown("google_pubsub_subscription", {"dead_letter_policy": [{}]}, {"dead_letter_policy": [{"max_delivery_attempts": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"dead_letter_policy": [{"max_delivery_attempts": 4}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"dead_letter_policy": [{"max_delivery_attempts": 101}]})
}
