package google.iam.pools_test

import data.google.iam.pools as policy
import data.lib.expect

test_deny_a_whole_pool if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-013", "google_service_account_iam_member.it lets in everybody of an identity pool (principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/github/*)")} with input as expect.resource("google_service_account_iam_member", stage, {"role": "r", "member": "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/github/*"})
	}
}

test_allow_one_repository if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_service_account_iam_member", stage, {"role": "r", "member": "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/github/attribute.repository/a/b"})
	}
}

test_allow_one_subject if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_project_iam_member", stage, {"role": "r", "member": "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/github/subject/*"})
	}
}

test_deny_nothing_of_an_unknown_member if {
	policy.deny == set() with input as expect.unknown("google_project_iam_member", {"role": "r"}, {"member": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"role": "r", "member": "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/github/*"})
}
