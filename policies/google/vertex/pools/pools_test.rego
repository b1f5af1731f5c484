package google.vertex.pools_test

import data.google.vertex.pools as policy
import data.lib.expect

test_deny_a_pool_without_a_bound if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-VERTEX-003", "google_vertex_ai_deployment_resource_pool.it does not say how many machines it may have (max_replica_count)")} with input as expect.resource("google_vertex_ai_deployment_resource_pool", stage, {"dedicated_resources": [{"min_replica_count": 1}]})
	}
}

test_deny_a_bound_of_nothing if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-VERTEX-003", "google_vertex_ai_deployment_resource_pool.it does not say how many machines it may have (max_replica_count)")} with input as expect.resource("google_vertex_ai_deployment_resource_pool", stage, {"dedicated_resources": [{"min_replica_count": 0, "max_replica_count": 0}]})
	}
}

test_deny_a_pool_that_does_not_say_when if {
	every stage in expect.stages {
		policy.deny == {expect.finding("GCP-VERTEX-003", "google_vertex_ai_deployment_resource_pool.it may have 2 machines, and does not say on which load (autoscaling_metric_specs)")} with input as expect.resource("google_vertex_ai_deployment_resource_pool", stage, {"dedicated_resources": [{"min_replica_count": 1, "max_replica_count": 2, "autoscaling_metric_specs": []}]})
	}
}

test_allow_a_pool_that_scales if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_vertex_ai_deployment_resource_pool", stage, {"dedicated_resources": [{"min_replica_count": 1, "max_replica_count": 2, "autoscaling_metric_specs": [{"metric_name": "m", "target": 60}]}]})
	}
}

test_allow_a_pool_of_one_size if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("google_vertex_ai_deployment_resource_pool", stage, {"dedicated_resources": [{"min_replica_count": 1, "max_replica_count": 1}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("GCP-VERTEX-003", "google_vertex_ai_deployment_resource_pool.it does not say how many machines it may have (max_replica_count)")} with input as expect.unknown("google_vertex_ai_deployment_resource_pool", {}, {"dedicated_resources": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"dedicated_resources": [{"min_replica_count": 1}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"dedicated_resources": [{"min_replica_count": 0, "max_replica_count": 0}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"dedicated_resources": [{"min_replica_count": 1, "max_replica_count": 2, "autoscaling_metric_specs": []}]})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"dedicated_resources": true})
}
