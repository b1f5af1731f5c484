package google.iam.accounts_test

import data.google.iam.accounts as policy
import data.lib.expect

test_deny_taking_over if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-012", "google_service_account.it takes over an account that somebody else made (create_ignore_already_exists)")} with input as expect.resource("google_service_account", stage, {"create_ignore_already_exists": true, "display_name": "Runs orders"})
	}
}

test_deny_an_account_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-IAM-012", "google_service_account.it does not say what it is for (display_name or description)")} with input as expect.resource("google_service_account", stage, {"display_name": "", "description": ""})
	}
}

test_allow_a_name if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_service_account", stage, {"display_name": "Runs orders", "create_ignore_already_exists": false})
	}
}

test_allow_a_description if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_service_account", stage, {"description": "Runs orders"})
	}
}

test_allow_a_name_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_service_account", {}, {"display_name": true})
}

test_allow_a_description_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_service_account", {}, {"description": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"create_ignore_already_exists": true, "display_name": "Runs orders"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"display_name": "", "description": ""})
}
