package google.iam.project_wide_test

import data.google.iam.project_wide as policy
import data.lib.expect

test_deny_a_publisher_of_all_topics if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-IAM-008", "google_project_iam_member.it grants roles/pubsub.publisher on everything below it")} with input as expect.resource("google_project_iam_member", stage, {"role": "roles/pubsub.publisher", "member": "serviceAccount:a@p.iam.gserviceaccount.com"})
	}
}

test_deny_a_policy if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-IAM-008", "google_folder_iam_policy.it grants roles/storage.objectViewer on everything below it")} with input as expect.resource("google_folder_iam_policy", stage, {"policy_data": "{\"bindings\": [{\"role\": \"roles/storage.objectViewer\", \"members\": [\"serviceAccount:a@p.iam.gserviceaccount.com\"]}]}"})
	}
}

test_deny_all_keys_of_an_organization if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-IAM-008", "google_organization_iam_binding.it grants roles/cloudkms.cryptoKeyDecrypter on everything below it")} with input as expect.resource("google_organization_iam_binding", stage, {"role": "roles/cloudkms.cryptoKeyDecrypter", "members": ["serviceAccount:a@p.iam.gserviceaccount.com"], "condition": []})
	}
}

test_allow_a_condition if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_project_iam_member", stage, {"role": "roles/datastore.user", "member": "serviceAccount:a@p.iam.gserviceaccount.com", "condition": [{"expression": "resource.name == \"d\""}]})
	}
}

test_allow_a_condition_in_a_policy if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_project_iam_policy", stage, {"policy_data": "{\"bindings\": [{\"role\": \"roles/datastore.user\", \"members\": [\"serviceAccount:a@p.iam.gserviceaccount.com\"], \"condition\": {\"expression\": \"e\"}}]}"})
	}
}

test_allow_a_role_that_only_a_project_has if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_project_iam_member", stage, {"role": "roles/logging.logWriter", "member": "serviceAccount:a@p.iam.gserviceaccount.com"})
	}
}

test_allow_a_condition_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_project_iam_member", {"role": "roles/datastore.user", "member": "serviceAccount:a@p.iam.gserviceaccount.com"}, {"condition": [{"expression": true}]})
}

test_deny_nothing_of_an_unknown_role if {
	policy.deny == set() with input as expect.unknown("google_project_iam_member", {"member": "serviceAccount:a@p.iam.gserviceaccount.com"}, {"role": true})
}

test_deny_each_such_role if {
	every stage in expect.stages {
		every value in ["roles/artifactregistry.reader", "roles/artifactregistry.writer", "roles/bigquery.dataEditor", "roles/bigquery.dataViewer", "roles/cloudfunctions.invoker", "roles/cloudkms.cryptoKeyDecrypter", "roles/cloudkms.cryptoKeyEncrypter", "roles/cloudkms.cryptoKeyEncrypterDecrypter", "roles/cloudtasks.enqueuer", "roles/datastore.user", "roles/datastore.viewer", "roles/pubsub.publisher", "roles/pubsub.subscriber", "roles/run.invoker", "roles/secretmanager.secretAccessor", "roles/storage.objectCreator", "roles/storage.objectUser", "roles/storage.objectViewer"] {
			policy.deny == {expect.finding("GCP-IAM-008", $"google_project_iam_member.it grants {value} on everything below it")} with input as expect.resource("google_project_iam_member", stage, {"role": value})
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"role": "roles/pubsub.publisher", "member": "serviceAccount:a@p.iam.gserviceaccount.com"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"policy_data": "{\"bindings\": [{\"role\": \"roles/storage.objectViewer\", \"members\": [\"serviceAccount:a@p.iam.gserviceaccount.com\"]}]}"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"role": "roles/cloudkms.cryptoKeyDecrypter", "members": ["serviceAccount:a@p.iam.gserviceaccount.com"], "condition": []})
}
