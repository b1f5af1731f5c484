package google.iam.federation_test

import data.google.iam.federation as policy
import data.lib.expect

test_deny_a_provider_without_a_condition if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-IAM-011", "google_iam_workload_identity_pool_provider.it trusts every user of its provider (attribute_condition)")} with input as expect.resource("google_iam_workload_identity_pool_provider", stage, {})
	}
}

test_deny_an_empty_condition if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-IAM-011", "google_iam_workload_identity_pool_provider.it trusts every user of its provider (attribute_condition)")} with input as expect.resource("google_iam_workload_identity_pool_provider", stage, {"attribute_condition": " "})
	}
}

test_deny_a_condition_that_always_holds if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-IAM-011", "google_iam_workload_identity_pool_provider.it trusts every user of its provider (attribute_condition)")} with input as expect.resource("google_iam_workload_identity_pool_provider", stage, {"attribute_condition": " True"})
	}
}

test_allow_a_condition if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_iam_workload_identity_pool_provider", stage, {"attribute_condition": "assertion.repository_owner == 'example'"})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-IAM-011", "google_iam_workload_identity_pool_provider.it trusts every user of its provider (attribute_condition)")} with input as expect.unknown("google_iam_workload_identity_pool_provider", {}, {"attribute_condition": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"attribute_condition": " "})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"attribute_condition": " True"})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"attribute_condition": true})
}
