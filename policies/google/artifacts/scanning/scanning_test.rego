package google.artifacts.scanning_test

import data.google.artifacts.scanning as policy
import data.lib.expect

test_deny_a_repository_that_opts_out if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-ARTIFACTS-004", "google_artifact_registry_repository.it is not scanned for vulnerabilities")} with input as expect.resource("google_artifact_registry_repository", stage, {"vulnerability_scanning_config": [{"enablement_config": "DISABLED"}]})
	}
}

test_allow_what_the_project_decides if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_artifact_registry_repository", stage, {"vulnerability_scanning_config": [{"enablement_config": "INHERITED"}]})
	}
}

test_allow_a_repository_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_artifact_registry_repository", stage, {})
	}
}

test_deny_nothing_of_an_unknown_value if {
	policy.deny == set() with input as expect.unknown("google_artifact_registry_repository", {}, {"vulnerability_scanning_config": [{"enablement_config": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"vulnerability_scanning_config": [{"enablement_config": "DISABLED"}]})
}
