package google.iam.admin_roles_test

import data.google.iam.admin_roles as policy
import data.lib.expect

test_deny_an_administrator if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-005", "google_project_iam_member.it grants roles/storage.admin to serviceAccount:a@p.iam.gserviceaccount.com")} with input as expect.resource("google_project_iam_member", stage, {"role": "roles/storage.admin", "member": "serviceAccount:a@p.iam.gserviceaccount.com"})
	}
}

test_deny_an_administrator_of_a_part if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-005", "google_project_iam_binding.it grants roles/compute.networkAdmin to serviceAccount:a@p.iam.gserviceaccount.com")} with input as expect.resource("google_project_iam_binding", stage, {"role": "roles/compute.networkAdmin", "members": ["group:a@b", "serviceAccount:a@p.iam.gserviceaccount.com"]})
	}
}

test_deny_who_administrates_keys if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-005", "google_kms_crypto_key_iam_member.it grants roles/cloudkms.admin to serviceAccount:a@p.iam.gserviceaccount.com")} with input as expect.resource("google_kms_crypto_key_iam_member", stage, {"role": "roles/cloudkms.admin", "member": "serviceAccount:a@p.iam.gserviceaccount.com"})
	}
}

test_allow_a_group if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_project_iam_member", stage, {"role": "roles/storage.admin", "member": "group:admins@example.com"})
	}
}

test_allow_who_only_uses if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_project_iam_member", stage, {"role": "roles/storage.objectViewer", "member": "serviceAccount:a@p.iam.gserviceaccount.com"})
	}
}

test_deny_nothing_of_an_unknown_member if {
	policy.deny == set() with input as expect.unknown("google_project_iam_member", {"role": "roles/storage.admin"}, {"member": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"role": "roles/storage.admin", "member": "serviceAccount:a@p.iam.gserviceaccount.com"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"role": "roles/compute.networkAdmin", "members": ["group:a@b", "serviceAccount:a@p.iam.gserviceaccount.com"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"role": "roles/cloudkms.admin", "member": "serviceAccount:a@p.iam.gserviceaccount.com"})
}
