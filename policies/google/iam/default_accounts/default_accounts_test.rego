package google.iam.default_accounts_test

import data.google.iam.default_accounts as policy
import data.lib.expect

test_deny_compute_engine if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-004", "google_project_iam_member.it grants roles/pubsub.viewer to serviceAccount:1-compute@developer.gserviceaccount.com, which all code of a project shares")} with input as expect.resource("google_project_iam_member", stage, {"role": "roles/pubsub.viewer", "member": "serviceAccount:1-compute@developer.gserviceaccount.com"})
	}
}

test_deny_app_engine_in_a_binding if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-004", "google_folder_iam_binding.it grants r to serviceAccount:p@appspot.gserviceaccount.com, which all code of a project shares")} with input as expect.resource("google_folder_iam_binding", stage, {"role": "r", "members": ["serviceAccount:a@p.iam.gserviceaccount.com", "serviceAccount:p@appspot.gserviceaccount.com"]})
	}
}

test_deny_cloud_build_in_a_policy if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-004", "google_organization_iam_policy.it grants r to serviceAccount:1@cloudbuild.gserviceaccount.com, which all code of a project shares")} with input as expect.resource("google_organization_iam_policy", stage, {"policy_data": "{\"bindings\": [{\"role\": \"r\", \"members\": [\"serviceAccount:1@cloudbuild.gserviceaccount.com\"]}]}"})
	}
}

test_allow_an_account_of_its_own if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_project_iam_member", stage, {"role": "roles/pubsub.viewer", "member": "serviceAccount:a@p.iam.gserviceaccount.com"})
	}
}

test_deny_nothing_of_an_unknown_member if {
	policy.deny == set() with input as expect.unknown("google_project_iam_member", {"role": "r"}, {"member": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"role": "roles/pubsub.viewer", "member": "serviceAccount:1-compute@developer.gserviceaccount.com"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"role": "r", "members": ["serviceAccount:a@p.iam.gserviceaccount.com", "serviceAccount:p@appspot.gserviceaccount.com"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"policy_data": "{\"bindings\": [{\"role\": \"r\", \"members\": [\"serviceAccount:1@cloudbuild.gserviceaccount.com\"]}]}"})
}
