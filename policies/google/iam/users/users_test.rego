package google.iam.users_test

import data.google.iam.users as policy
import data.lib.expect

test_deny_a_person if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-006", "google_project_iam_member.it grants a role to one person (user:a@example.com)")} with input as expect.resource("google_project_iam_member", stage, {"role": "r", "member": "user:a@example.com"})
	}
}

test_deny_a_person_among_others if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-006", "google_folder_iam_binding.it grants a role to one person (user:a@example.com)")} with input as expect.resource("google_folder_iam_binding", stage, {"role": "r", "members": ["group:a@example.com", "user:a@example.com"]})
	}
}

test_deny_a_person_in_a_policy if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-006", "google_organization_iam_policy.it grants a role to one person (user:a@example.com)")} with input as expect.resource("google_organization_iam_policy", stage, {"policy_data": "{\"bindings\": [{\"role\": \"r\", \"members\": [\"user:a@example.com\"]}]}"})
	}
}

test_allow_a_group if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_project_iam_member", stage, {"role": "r", "member": "group:a@example.com"})
	}
}

test_deny_nothing_of_an_unknown_member if {
	policy.deny == set() with input as expect.unknown("google_project_iam_member", {"role": "r"}, {"member": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"role": "r", "member": "user:a@example.com"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"role": "r", "members": ["group:a@example.com", "user:a@example.com"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"policy_data": "{\"bindings\": [{\"role\": \"r\", \"members\": [\"user:a@example.com\"]}]}"})
}
