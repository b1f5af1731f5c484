package google.iam.impersonation_test

import data.google.iam.impersonation as policy
import data.lib.expect

test_deny_the_user_of_all_accounts if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-003", "google_project_iam_member.it grants roles/iam.serviceAccountUser, by which one becomes every account below it")} with input as expect.resource("google_project_iam_member", stage, {"role": "roles/iam.serviceAccountUser", "member": "user:a@b"})
	}
}

test_deny_who_hands_out_roles if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-003", "google_folder_iam_binding.it grants roles/resourcemanager.projectIamAdmin, by which one becomes every account below it")} with input as expect.resource("google_folder_iam_binding", stage, {"role": "roles/resourcemanager.projectIamAdmin", "members": ["serviceAccount:a@p.iam.gserviceaccount.com"]})
	}
}

test_deny_a_policy if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-003", "google_organization_iam_policy.it grants roles/iam.serviceAccountTokenCreator, by which one becomes every account below it")} with input as expect.resource("google_organization_iam_policy", stage, {"policy_data": "{\"bindings\": [{\"role\": \"roles/iam.serviceAccountTokenCreator\", \"members\": [\"serviceAccount:a@p.iam.gserviceaccount.com\"]}]}"})
	}
}

test_allow_another_role if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_project_iam_member", stage, {"role": "roles/logging.logWriter", "member": "serviceAccount:a@p.iam.gserviceaccount.com"})
	}
}

test_deny_nothing_of_an_unknown_role if {
	policy.deny == set() with input as expect.unknown("google_project_iam_member", {"member": "serviceAccount:a@p.iam.gserviceaccount.com"}, {"role": true})
}

test_deny_each_such_role if {
	every stage in expect.stages {
		every value in ["roles/dataproc.admin", "roles/dataproc.editor", "roles/deploymentmanager.editor", "roles/iam.organizationRoleAdmin", "roles/iam.roleAdmin", "roles/iam.securityAdmin", "roles/iam.serviceAccountAdmin", "roles/iam.serviceAccountKeyAdmin", "roles/iam.serviceAccountOpenIdTokenCreator", "roles/iam.serviceAccountTokenCreator", "roles/iam.serviceAccountUser", "roles/iam.workloadIdentityUser", "roles/resourcemanager.folderAdmin", "roles/resourcemanager.folderIamAdmin", "roles/resourcemanager.organizationAdmin", "roles/resourcemanager.projectIamAdmin"] {
			policy.deny == {expect.violation("GCP-IAM-003", $"google_project_iam_member.it grants {value}, by which one becomes every account below it")} with input as expect.resource("google_project_iam_member", stage, {"role": value})
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"role": "roles/iam.serviceAccountUser", "member": "user:a@b"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"role": "roles/resourcemanager.projectIamAdmin", "members": ["serviceAccount:a@p.iam.gserviceaccount.com"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"policy_data": "{\"bindings\": [{\"role\": \"roles/iam.serviceAccountTokenCreator\", \"members\": [\"serviceAccount:a@p.iam.gserviceaccount.com\"]}]}"})
}
