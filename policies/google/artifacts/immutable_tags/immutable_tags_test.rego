package google.artifacts.immutable_tags_test

import data.google.artifacts.immutable_tags as policy
import data.lib.expect

test_deny_a_repository_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-ARTIFACTS-002", "google_artifact_registry_repository.it lets tags be moved (docker_config.immutable_tags)")} with input as expect.resource("google_artifact_registry_repository", stage, {"format": "DOCKER"})
	}
}

test_deny_tags_that_move if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-ARTIFACTS-002", "google_artifact_registry_repository.it lets tags be moved (docker_config.immutable_tags)")} with input as expect.resource("google_artifact_registry_repository", stage, {"format": "DOCKER", "mode": "STANDARD_REPOSITORY", "docker_config": [{"immutable_tags": false}]})
	}
}

test_allow_immutable_tags if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_artifact_registry_repository", stage, {"format": "DOCKER", "docker_config": [{"immutable_tags": true}]})
	}
}

test_allow_other_formats if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_artifact_registry_repository", stage, {"format": "NPM"})
	}
}

test_allow_a_mirror if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_artifact_registry_repository", stage, {"format": "DOCKER", "mode": "REMOTE_REPOSITORY"})
	}
}

test_allow_a_view if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_artifact_registry_repository", stage, {"format": "DOCKER", "mode": "VIRTUAL_REPOSITORY"})
	}
}

test_allow_what_functions_build_into if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_artifact_registry_repository", stage, {"format": "DOCKER"}, {"functions": [{"address": "google_cloudfunctions2_function.orders", "after": {}, "unknown": {}, "links": {}}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-ARTIFACTS-002", "google_artifact_registry_repository.it lets tags be moved (docker_config.immutable_tags)")} with input as expect.unknown("google_artifact_registry_repository", {"format": "DOCKER"}, {"docker_config": [{"immutable_tags": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"format": "DOCKER"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"format": "DOCKER", "mode": "STANDARD_REPOSITORY", "docker_config": [{"immutable_tags": false}]})
	policy.deny == set() with input as expect.unknown("random_id", {"format": "DOCKER"}, {"docker_config": [{"immutable_tags": true}]})
}
