package google.iam.authoritative_test

import data.google.iam.authoritative as policy
import data.lib.expect

test_deny_the_policy_of_a_project if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-009", "google_project_iam_policy.it replaces every grant there")} with input as expect.resource("google_project_iam_policy", stage, {})
	}
}

test_deny_the_policy_of_a_folder if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-009", "google_folder_iam_policy.it replaces every grant there")} with input as expect.resource("google_folder_iam_policy", stage, {})
	}
}

test_deny_the_policy_of_an_organization if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-009", "google_organization_iam_policy.it replaces every grant there")} with input as expect.resource("google_organization_iam_policy", stage, {})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
