package google.iam.public_members_test

import data.google.iam.public_members as policy
import data.lib.expect

test_deny_everybody_as_invoker if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-002", "google_cloud_run_v2_service_iam_member.it lets in allUsers")} with input as expect.resource("google_cloud_run_v2_service_iam_member", stage, {"role": "roles/run.invoker", "member": "allUsers"})
	}
}

test_deny_everybody_with_an_account if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-002", "google_pubsub_topic_iam_binding.it lets in allAuthenticatedUsers")} with input as expect.resource("google_pubsub_topic_iam_binding", stage, {"members": ["user:a@b", "allAuthenticatedUsers"]})
	}
}

test_deny_everybody_in_a_policy if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-002", "google_storage_bucket_iam_policy.it lets in allUsers")} with input as expect.resource("google_storage_bucket_iam_policy", stage, {"policy_data": json.marshal({"bindings": [{"role": "r", "members": ["allUsers"]}]})})
	}
}

test_deny_everybody_by_acl if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-002", "google_storage_bucket_access_control.it lets in allUsers")} with input as expect.resource("google_storage_bucket_access_control", stage, {"entity": "allUsers"})
	}
}

test_deny_everybody_by_a_list_of_acls if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-002", "google_storage_bucket_acl.it lets in allUsers")} with input as expect.resource("google_storage_bucket_acl", stage, {"role_entity": ["OWNER:user-a@b", "READER:allUsers"]})
	}
}

test_deny_everybody_by_a_canned_acl if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-IAM-002", "google_storage_bucket_acl.it lets in allAuthenticatedUsers")} with input as expect.resource("google_storage_bucket_acl", stage, {"predefined_acl": "authenticatedRead"})
	}
}

test_deny_everybody_who_reads_or_writes_by_a_canned_acl if {
	every stage in expect.stages {
		every acl in ["publicRead", "publicReadWrite"] {
			policy.deny == {expect.violation("GCP-IAM-002", "google_storage_bucket_acl.it lets in allUsers")} with input as expect.resource("google_storage_bucket_acl", stage, {"predefined_acl": acl})
		}
	}
}

test_allow_a_private_acl if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_storage_bucket_acl", stage, {"predefined_acl": "private", "role_entity": ["OWNER:user-a@b"]})
	}
}

test_allow_a_service_account if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloud_run_v2_service_iam_member", stage, {"member": "serviceAccount:push@p.iam.gserviceaccount.com"})
	}
}

test_deny_nothing_of_an_unknown_member if {
	policy.deny == set() with input as expect.unknown("google_pubsub_topic_iam_member", {}, {"member": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
