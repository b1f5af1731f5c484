package google.run.secrets_test

import data.google.run.secrets as policy
import data.lib.expect

test_deny_a_password_of_a_function if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-RUN-007", "google_cloudfunctions2_function.it keeps a secret in the environment variable DB_PASSWORD")} with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{"environment_variables": {"DB_PASSWORD": "hunter2", "SERVICE": "orders"}}]})
	}
}

test_deny_a_token_of_a_build if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-RUN-007", "google_cloudfunctions2_function.it keeps a secret in the environment variable NPM_TOKEN")} with input as expect.resource("google_cloudfunctions2_function", stage, {"build_config": [{"environment_variables": {"NPM_TOKEN": "abc"}}]})
	}
}

test_deny_a_key_by_its_look if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-RUN-007", "google_cloud_run_v2_service.it keeps a secret in the environment variable MAPS")} with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"containers": [{"env": [{"name": "MAPS", "value": "AIzaSyA-1"}]}]}]})
	}
}

test_deny_a_private_key_of_a_job if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-RUN-007", "google_cloud_run_v2_job.it keeps a secret in the environment variable PEM")} with input as expect.resource("google_cloud_run_v2_job", stage, {"template": [{"template": [{"containers": [{"env": [{"name": "PEM", "value": "-----BEGIN PRIVATE KEY-----"}]}]}]}]})
	}
}

test_allow_the_name_of_a_secret if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloudfunctions2_function", stage, {"service_config": [{"environment_variables": {"DB_PASSWORD_NAME": "orders-db", "TOKEN_URL": "https://t", "API_KEY": "", "SECRET": "projects/p/secrets/s", "OTHER_SECRET": "arn:aws:secretsmanager:x", "LATER_SECRET": "${google_secret_manager_secret.s.id}", "RETRIES": "3"}}]})
	}
}

test_allow_a_reference if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_cloud_run_v2_service", stage, {"template": [{"containers": [{"env": [{"name": "DB_PASSWORD", "value_source": [{"secret_key_ref": [{"secret": "s"}]}]}]}]}]})
	}
}

test_deny_nothing_of_an_unknown_value if {
	policy.deny == set() with input as expect.unknown("google_cloudfunctions2_function", {"service_config": [{"environment_variables": {}}]}, {"service_config": [{"environment_variables": {"DB_PASSWORD": true}}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"service_config": [{"environment_variables": {"DB_PASSWORD": "hunter2", "SERVICE": "orders"}}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"build_config": [{"environment_variables": {"NPM_TOKEN": "abc"}}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"template": [{"containers": [{"env": [{"name": "MAPS", "value": "AIzaSyA-1"}]}]}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"template": [{"template": [{"containers": [{"env": [{"name": "PEM", "value": "-----BEGIN PRIVATE KEY-----"}]}]}]}]})
}
