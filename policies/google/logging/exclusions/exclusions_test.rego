package google.logging.exclusions_test

import data.google.logging.exclusions as policy
import data.lib.expect

test_deny_a_whole_service if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-LOGGING-003", "google_logging_project_exclusion.it drops errors, and no sink of the same filter keeps them")} with input as expect.resource("google_logging_project_exclusion", stage, {"filter": "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"orders\""})
	}
}

test_deny_a_sink_that_is_switched_off if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-LOGGING-003", "google_logging_project_exclusion.it drops errors, and no sink of the same filter keeps them")} with input as expect.linked("google_logging_project_exclusion", stage, {"filter": "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"orders\""}, {"sinks": [{"address": "google_logging_project_sink.keep", "after": {"disabled": true}, "unknown": {}, "links": {}}]})
	}
}

test_allow_what_a_sink_keeps if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_logging_project_exclusion", stage, {"filter": "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"orders\""}, {"sinks": [{"address": "google_logging_project_sink.keep", "after": {}, "unknown": {}, "links": {}}]})
	}
}

test_allow_a_filter_of_which_nobody_can_tell_who_keeps_it if {
	every stage in expect.stages {
		policy.deny == set() with input as object.union(expect.resource("google_logging_project_exclusion", stage, {"filter": "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"orders\""}), {"unresolved": {"sinks": true}})
	}
}

test_allow_chatter if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_logging_project_exclusion", stage, {"filter": "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"orders\" AND severity<=INFO"})
	}
}

test_allow_what_is_less_than_an_error if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_logging_project_exclusion", stage, {"filter": "severity < ERROR"})
	}
}

test_deny_errors if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-LOGGING-003", "google_logging_project_exclusion.it drops errors, and no sink of the same filter keeps them")} with input as expect.resource("google_logging_project_exclusion", stage, {"filter": "severity<=ERROR"})
	}
}

test_deny_a_bound_with_a_way_round if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-LOGGING-003", "google_logging_project_exclusion.it drops errors, and no sink of the same filter keeps them")} with input as expect.resource("google_logging_project_exclusion", stage, {"filter": "severity<=INFO OR resource.type=\"gce_instance\""})
	}
}

test_deny_a_bound_turned_round if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-LOGGING-003", "google_logging_project_exclusion.it drops errors, and no sink of the same filter keeps them")} with input as expect.resource("google_logging_project_exclusion", stage, {"filter": "NOT severity<=INFO"})
	}
}

test_deny_audit_logs_whatever_keeps_them if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-LOGGING-003", "google_logging_project_exclusion.it drops audit logs")} with input as expect.resource("google_logging_project_exclusion", stage, {"filter": "logName:\"CloudAudit.googleapis.com\" AND severity<=INFO"})
	}
}

test_allow_all_but_audit_logs if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("google_logging_project_exclusion", stage, {"filter": "NOT logName:\"cloudaudit.googleapis.com\""}, {"sinks": [{"address": "google_logging_project_sink.keep", "after": {}, "unknown": {}, "links": {}}]})
	}
}

test_allow_other_names_than_audit_logs if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_logging_project_exclusion", stage, {"filter": "log_name!=\"projects/p/logs/cloudaudit.googleapis.com%2Factivity\" AND severity=DEBUG"})
	}
}

test_allow_an_exclusion_that_is_switched_off if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_logging_project_exclusion", stage, {"filter": "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"orders\"", "disabled": true})
	}
}

test_deny_the_exclusion_of_a_sink if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-LOGGING-003", "google_logging_project_sink.it drops audit logs"), expect.finding("GCP-LOGGING-003", "google_logging_project_sink.it drops errors, and no sink of the same filter keeps them")} with input as expect.resource("google_logging_project_sink", stage, {"filter": "severity>=ERROR", "exclusions": [{"filter": "logName:\"cloudaudit.googleapis.com\"", "disabled": false}]})
	}
}

test_allow_the_exclusion_of_a_sink_that_is_switched_off if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_logging_project_sink", stage, {"filter": "severity>=ERROR", "exclusions": [{"filter": "logName:\"cloudaudit.googleapis.com\"", "disabled": true}]})
	}
}

test_allow_a_sink_without_exclusions if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_logging_project_sink", stage, {"filter": "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"orders\"", "exclusions": []})
	}
}

test_deny_nothing_of_an_unknown_filter if {
	policy.deny == set() with input as expect.unknown("google_logging_project_exclusion", {}, {"filter": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"filter": "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"orders\""})
	policy.deny == set() with input as expect.linked("random_id", "synth", {"filter": "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"orders\""}, {"sinks": [{"address": "google_logging_project_sink.keep", "after": {"disabled": true}, "unknown": {}, "links": {}}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"filter": "severity<=ERROR"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"filter": "severity<=INFO OR resource.type=\"gce_instance\""})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"filter": "NOT severity<=INFO"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"filter": "logName:\"CloudAudit.googleapis.com\" AND severity<=INFO"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"filter": "severity>=ERROR", "exclusions": [{"filter": "logName:\"cloudaudit.googleapis.com\"", "disabled": false}]})
}
