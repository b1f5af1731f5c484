package google.pubsub.retention_test

import data.google.pubsub.retention as policy
import data.lib.expect

test_deny_less_than_a_day if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-PUBSUB-012", "google_pubsub_subscription.it keeps an unread message for 86399s, less than a day")} with input as expect.resource("google_pubsub_subscription", stage, {"message_retention_duration": "86399s"})
	}
}

test_allow_a_day if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {"message_retention_duration": "86400s"})
	}
}

test_allow_the_default if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_pubsub_subscription", stage, {})
	}
}

test_deny_nothing_of_an_unknown_value if {
	policy.deny == set() with input as expect.unknown("google_pubsub_subscription", {}, {"message_retention_duration": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"message_retention_duration": "86399s"})
}
