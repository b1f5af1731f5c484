package google.functions.trigger_test

import data.google.functions.trigger as policy
import data.lib.expect

test_deny_a_trigger_that_says_nothing if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FUNCTIONS-005", "google_cloudfunctions2_function.it is triggered as an account that Google made"), expect.finding("GCP-FUNCTIONS-005", "google_cloudfunctions2_function.it loses the event of a call that fails (retry_policy)")} with input as expect.resource("google_cloudfunctions2_function", stage, {"event_trigger": [{"event_type": "e"}]})
	}
}

test_deny_a_trigger_that_gives_up if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FUNCTIONS-005", "google_cloudfunctions2_function.it loses the event of a call that fails (retry_policy)")} with input as expect.resource("google_cloudfunctions2_function", stage, {"event_trigger": [{"retry_policy": "RETRY_POLICY_DO_NOT_RETRY", "service_account_email": "t@p.iam.gserviceaccount.com"}]})
	}
}

test_deny_a_default_account if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FUNCTIONS-005", "google_cloudfunctions2_function.it is triggered as an account that Google made")} with input as expect.resource("google_cloudfunctions2_function", stage, {"event_trigger": [{"retry_policy": "RETRY_POLICY_RETRY", "service_account_email": "1-compute@developer.gserviceaccount.com"}]})
	}
}

test_deny_an_empty_account if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-FUNCTIONS-005", "google_cloudfunctions2_function.it is triggered as an account that Google made")} with input as expect.resource("google_cloudfunctions2_function", stage, {"event_trigger": [{"retry_policy": "RETRY_POLICY_RETRY", "service_account_email": ""}]})
	}
}

test_allow_retries_by_an_account_of_its_own if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloudfunctions2_function", stage, {"event_trigger": [{"retry_policy": "RETRY_POLICY_RETRY", "service_account_email": "t@p.iam.gserviceaccount.com"}]})
	}
}

test_allow_a_function_without_a_trigger if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloudfunctions2_function", stage, {"event_trigger": []})
	}
}

test_allow_what_is_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_cloudfunctions2_function", {"event_trigger": [{"event_type": "e"}]}, {"event_trigger": [{"retry_policy": true, "service_account_email": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"event_trigger": [{"event_type": "e"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"event_trigger": [{"retry_policy": "RETRY_POLICY_DO_NOT_RETRY", "service_account_email": "t@p.iam.gserviceaccount.com"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"event_trigger": [{"retry_policy": "RETRY_POLICY_RETRY", "service_account_email": "1-compute@developer.gserviceaccount.com"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"event_trigger": [{"retry_policy": "RETRY_POLICY_RETRY", "service_account_email": ""}]})
}
