package google.artifacts.encryption_test

import data.google.artifacts.encryption as policy
import data.lib.expect

test_deny_what_has_no_key if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-ARTIFACTS-001", "google_artifact_registry_repository.it is not encrypted with a key of ours")} with input as expect.resource("google_artifact_registry_repository", stage, {})
	}
}

test_deny_an_empty_key if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-ARTIFACTS-001", "google_artifact_registry_repository.it is not encrypted with a key of ours")} with input as expect.resource("google_artifact_registry_repository", stage, {"kms_key_name": ""})
	}
}

test_allow_a_key if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_artifact_registry_repository", stage, {"kms_key_name": "k"})
	}
}

test_allow_a_key_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_artifact_registry_repository", {}, {"kms_key_name": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"kms_key_name": ""})
}
