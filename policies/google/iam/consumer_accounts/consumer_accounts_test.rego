package google.iam.consumer_accounts_test

import data.google.iam.consumer_accounts as policy
import data.lib.expect

test_deny_a_private_mailbox if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-007", "google_project_iam_member.it lets in user:a@Gmail.com, an account that is not the organization's")} with input as expect.resource("google_project_iam_member", stage, {"role": "r", "member": "user:a@Gmail.com"})
	}
}

test_deny_another_one_of_a_topic if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-007", "google_pubsub_topic_iam_binding.it lets in user:a@googlemail.com, an account that is not the organization's")} with input as expect.resource("google_pubsub_topic_iam_binding", stage, {"role": "r", "members": ["user:a@googlemail.com"]})
	}
}

test_allow_an_account_of_the_organization if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_project_iam_member", stage, {"role": "r", "member": "user:a@example.com"})
	}
}

test_deny_nothing_of_an_unknown_member if {
	policy.deny == set() with input as expect.unknown("google_project_iam_member", {"role": "r"}, {"member": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"role": "r", "member": "user:a@Gmail.com"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"role": "r", "members": ["user:a@googlemail.com"]})
}
