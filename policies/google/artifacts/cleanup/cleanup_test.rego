package google.artifacts.cleanup_test

import data.google.artifacts.cleanup as policy
import data.lib.expect

test_deny_a_repository_without_a_policy if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-ARTIFACTS-003", "google_artifact_registry_repository.it keeps every version for ever (cleanup_policies)")} with input as expect.resource("google_artifact_registry_repository", stage, {"mode": "STANDARD_REPOSITORY"})
	}
}

test_deny_a_policy_that_only_keeps if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-ARTIFACTS-003", "google_artifact_registry_repository.it keeps every version for ever (cleanup_policies)")} with input as expect.resource("google_artifact_registry_repository", stage, {"cleanup_policies": [{"id": "keep", "action": "KEEP"}]})
	}
}

test_deny_a_dry_run if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-ARTIFACTS-003", "google_artifact_registry_repository.it only pretends to clean up (cleanup_policy_dry_run)")} with input as expect.resource("google_artifact_registry_repository", stage, {"cleanup_policies": [{"id": "old", "action": "DELETE"}], "cleanup_policy_dry_run": true})
	}
}

test_allow_a_policy_that_deletes if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_artifact_registry_repository", stage, {"cleanup_policies": [{"id": "keep", "action": "KEEP"}, {"id": "old", "action": "DELETE"}], "cleanup_policy_dry_run": false})
	}
}

test_allow_a_view_which_holds_nothing if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_artifact_registry_repository", stage, {"mode": "VIRTUAL_REPOSITORY"})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-ARTIFACTS-003", "google_artifact_registry_repository.it keeps every version for ever (cleanup_policies)")} with input as expect.unknown("google_artifact_registry_repository", {}, {"cleanup_policies": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"mode": "STANDARD_REPOSITORY"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"cleanup_policies": [{"id": "keep", "action": "KEEP"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"cleanup_policies": [{"id": "old", "action": "DELETE"}], "cleanup_policy_dry_run": true})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"cleanup_policies": true})
}
