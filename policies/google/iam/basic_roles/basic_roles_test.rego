package google.iam.basic_roles_test

import data.google.iam.basic_roles as policy
import data.lib.expect

test_deny_an_editor if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-001", "google_project_iam_member.it grants roles/editor")} with input as expect.resource("google_project_iam_member", stage, {"role": "roles/editor", "member": "serviceAccount:a@b"})
	}
}

test_deny_an_owner_in_a_policy if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-001", "google_project_iam_policy.it grants roles/owner")} with input as expect.resource("google_project_iam_policy", stage, {"policy_data": json.marshal({"bindings": [{"role": "roles/owner", "members": []}]})})
	}
}

test_deny_a_viewer if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-001", "google_project_iam_member.it grants roles/viewer")} with input as expect.resource("google_project_iam_member", stage, {"role": "roles/viewer"})
	}
}

test_allow_a_predefined_role if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_project_iam_member", stage, {"role": "roles/datastore.user", "member": "serviceAccount:a@b"})
	}
}

test_deny_nothing_of_an_unknown_role if {
	policy.deny == set() with input as expect.unknown("google_project_iam_member", {}, {"role": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
