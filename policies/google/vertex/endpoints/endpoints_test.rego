package google.vertex.endpoints_test

import data.google.vertex.endpoints as policy
import data.lib.expect

test_deny_an_endpoint_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-VERTEX-001", "google_vertex_ai_endpoint.it is not encrypted with a key of ours (encryption_spec)"), expect.finding("GCP-VERTEX-001", "google_vertex_ai_endpoint.it is on the internet (network or private_service_connect_config)")} with input as expect.resource("google_vertex_ai_endpoint", stage, {})
	}
}

test_deny_what_is_empty if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-VERTEX-001", "google_vertex_ai_endpoint.it is not encrypted with a key of ours (encryption_spec)"), expect.finding("GCP-VERTEX-001", "google_vertex_ai_endpoint.it is on the internet (network or private_service_connect_config)")} with input as expect.resource("google_vertex_ai_endpoint", stage, {"network": "", "encryption_spec": [{"kms_key_name": ""}], "private_service_connect_config": [{"enable_private_service_connect": false}]})
	}
}

test_allow_a_network if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_vertex_ai_endpoint", stage, {"network": "n", "encryption_spec": [{"kms_key_name": "k"}]})
	}
}

test_allow_private_service_connect if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_vertex_ai_endpoint", stage, {"encryption_spec": [{"kms_key_name": "k"}], "private_service_connect_config": [{"enable_private_service_connect": true}]})
	}
}

test_allow_what_is_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("google_vertex_ai_endpoint", {}, {"network": true, "encryption_spec": [{"kms_key_name": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"network": "", "encryption_spec": [{"kms_key_name": ""}], "private_service_connect_config": [{"enable_private_service_connect": false}]})
}
