package google.project.audit_test

import data.google.project.audit as policy
import data.lib.expect

test_deny_an_exempted_member if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-PROJECT-002", "google_project_iam_audit_config.it leaves user:a@b out of the audit log")} with input as expect.resource("google_project_iam_audit_config", stage, {"service": "storage.googleapis.com", "audit_log_config": [{"log_type": "DATA_READ", "exempted_members": ["user:a@b"]}]})
	}
}

test_deny_all_services_without_reads if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-PROJECT-002", "google_project_iam_audit_config.it does not log ADMIN_READ of all services"), expect.finding("GCP-PROJECT-002", "google_project_iam_audit_config.it does not log DATA_READ of all services")} with input as expect.resource("google_project_iam_audit_config", stage, {"service": "allServices", "audit_log_config": [{"log_type": "DATA_WRITE", "exempted_members": []}]})
	}
}

test_allow_everything if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_project_iam_audit_config", stage, {"service": "allServices", "audit_log_config": [{"log_type": "ADMIN_READ", "exempted_members": []}, {"log_type": "DATA_READ", "exempted_members": []}, {"log_type": "DATA_WRITE", "exempted_members": []}]})
	}
}

test_allow_a_part_of_one_service if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_project_iam_audit_config", stage, {"service": "storage.googleapis.com", "audit_log_config": [{"log_type": "DATA_READ", "exempted_members": []}]})
	}
}

test_deny_an_exempted_member_of_a_folder if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-PROJECT-002", "google_folder_iam_audit_config.it leaves user:a@b out of the audit log")} with input as expect.resource("google_folder_iam_audit_config", stage, {"service": "s", "audit_log_config": [{"log_type": "DATA_READ", "exempted_members": ["user:a@b"]}]})
	}
}

test_deny_an_exempted_member_of_an_organization if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-PROJECT-002", "google_organization_iam_audit_config.it leaves user:a@b out of the audit log")} with input as expect.resource("google_organization_iam_audit_config", stage, {"service": "s", "audit_log_config": [{"log_type": "DATA_READ", "exempted_members": ["user:a@b"]}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-PROJECT-002", "google_project_iam_audit_config.it does not log DATA_WRITE of all services")} with input as expect.unknown("google_project_iam_audit_config", {"service": "allServices", "audit_log_config": [{"log_type": "ADMIN_READ", "exempted_members": []}, {"log_type": "DATA_READ", "exempted_members": []}]}, {"audit_log_config": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"service": "storage.googleapis.com", "audit_log_config": [{"log_type": "DATA_READ", "exempted_members": ["user:a@b"]}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"service": "allServices", "audit_log_config": [{"log_type": "DATA_WRITE", "exempted_members": []}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"service": "s", "audit_log_config": [{"log_type": "DATA_READ", "exempted_members": ["user:a@b"]}]})
	policy.deny == set() with input as expect.unknown("random_id", {"service": "allServices", "audit_log_config": [{"log_type": "ADMIN_READ", "exempted_members": []}, {"log_type": "DATA_READ", "exempted_members": []}]}, {"audit_log_config": true})
}
