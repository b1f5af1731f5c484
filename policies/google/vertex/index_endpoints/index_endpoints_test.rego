package google.vertex.index_endpoints_test

import data.google.vertex.index_endpoints as policy
import data.lib.expect

test_deny_a_public_endpoint if {
	every stage in expect.stages {
		policy.deny == {expect.violation("GCP-VERTEX-002", "google_vertex_ai_index_endpoint.it is on the internet (public_endpoint_enabled)")} with input as expect.resource("google_vertex_ai_index_endpoint", stage, {"public_endpoint_enabled": true})
	}
}

test_allow_a_private_endpoint if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_vertex_ai_index_endpoint", stage, {"public_endpoint_enabled": false, "network": "n"})
	}
}

test_deny_nothing_of_an_unknown_value if {
	policy.deny == set() with input as expect.unknown("google_vertex_ai_index_endpoint", {}, {"public_endpoint_enabled": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"public_endpoint_enabled": true})
}
