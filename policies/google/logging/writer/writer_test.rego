package google.logging.writer_test

import data.google.logging.writer as policy
import data.lib.expect

test_deny_the_shared_identity if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-LOGGING-004", "google_logging_project_sink.it writes as the identity that all projects share (unique_writer_identity is off)")} with input as expect.resource("google_logging_project_sink", stage, {"unique_writer_identity": false})
	}
}

test_deny_a_sink_that_is_switched_off if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-LOGGING-004", "google_logging_project_sink.it collects nothing (disabled)")} with input as expect.resource("google_logging_project_sink", stage, {"disabled": true})
	}
}

test_allow_an_identity_of_its_own if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_logging_project_sink", stage, {"unique_writer_identity": true, "disabled": false})
	}
}

test_allow_the_default if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_logging_project_sink", stage, {})
	}
}

test_deny_nothing_of_an_unknown_value if {
	policy.deny == set() with input as expect.unknown("google_logging_project_sink", {}, {"unique_writer_identity": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"unique_writer_identity": false})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"disabled": true})
}
