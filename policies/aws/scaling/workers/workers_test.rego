package aws.scaling.workers_test

import data.aws.scaling.workers as policy
import data.lib.expect

test_deny_a_worker_that_scales_by_its_cpu if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-SCALING-005", "aws_appautoscaling_policy.it scales aws_ecs_service.other by ECSServiceAverageCPUUtilization, and nobody calls it: a worker follows its backlog")} with input as expect.linked("aws_appautoscaling_policy", stage, {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]}, {"target": [object.union(expect.link("aws_appautoscaling_target", {}), {"links": {"service": [expect.link("aws_ecs_service", {})], "policies": [expect.link("aws_appautoscaling_policy", {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]})]}})]})
	}
}

test_deny_a_worker_that_scales_by_cpu_and_memory if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-SCALING-005", "aws_appautoscaling_policy.it scales aws_ecs_service.other by ECSServiceAverageCPUUtilization, and nobody calls it: a worker follows its backlog")} with input as expect.linked("aws_appautoscaling_policy", stage, {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]}, {"target": [object.union(expect.link("aws_appautoscaling_target", {}), {"links": {"service": [expect.link("aws_ecs_service", {"load_balancer": []})], "policies": [expect.link("aws_appautoscaling_policy", {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]}), expect.link("aws_appautoscaling_policy", {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageMemoryUtilization"}]}]})]}})]})
	}
}

test_allow_a_worker_that_follows_its_backlog_too if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_appautoscaling_policy", stage, {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]}, {"target": [object.union(expect.link("aws_appautoscaling_target", {}), {"links": {"service": [expect.link("aws_ecs_service", {})], "policies": [expect.link("aws_appautoscaling_policy", {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]}), expect.link("aws_appautoscaling_policy", {"target_tracking_scaling_policy_configuration": [{"customized_metric_specification": [{"metrics": [{"id": "backlog"}]}]}]})]}})]})
	}
}

test_allow_another_metric if {
	every stage in expect.stages {
		every after in [
			{"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ALBRequestCountPerTarget"}]}]},
			{"target_tracking_scaling_policy_configuration": [{"customized_metric_specification": [{"metrics": [{"id": "backlog"}]}]}]},
		] {
			policy.deny == set() with input as expect.linked("aws_appautoscaling_policy", stage, after, {"target": [object.union(expect.link("aws_appautoscaling_target", {}), {"links": {"service": [expect.link("aws_ecs_service", {})], "policies": [expect.link("aws_appautoscaling_policy", {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]})]}})]})
		}
	}
}

test_allow_a_service_with_load_balancer if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_appautoscaling_policy", stage, {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]}, {"target": [object.union(expect.link("aws_appautoscaling_target", {}), {"links": {"service": [expect.link("aws_ecs_service", {"load_balancer": [{"namespace": "n"}]})], "policies": [expect.link("aws_appautoscaling_policy", {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]})]}})]})
	}
}

test_allow_a_service_with_service_connect_configuration if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_appautoscaling_policy", stage, {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]}, {"target": [object.union(expect.link("aws_appautoscaling_target", {}), {"links": {"service": [expect.link("aws_ecs_service", {"service_connect_configuration": [{"namespace": "n"}]})], "policies": [expect.link("aws_appautoscaling_policy", {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]})]}})]})
	}
}

test_allow_a_service_with_service_registries if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_appautoscaling_policy", stage, {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]}, {"target": [object.union(expect.link("aws_appautoscaling_target", {}), {"links": {"service": [expect.link("aws_ecs_service", {"service_registries": [{"namespace": "n"}]})], "policies": [expect.link("aws_appautoscaling_policy", {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]})]}})]})
	}
}

test_allow_what_is_elsewhere if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_appautoscaling_policy", stage, {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.linked("random_id", "plan", {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]}, {"target": [object.union(expect.link("aws_appautoscaling_target", {}), {"links": {"service": [expect.link("aws_ecs_service", {})], "policies": [expect.link("aws_appautoscaling_policy", {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]})]}})]})
	policy.deny == set() with input as expect.linked("random_id", "plan", {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]}, {"target": [object.union(expect.link("aws_appautoscaling_target", {}), {"links": {"service": [expect.link("aws_ecs_service", {"load_balancer": []})], "policies": [expect.link("aws_appautoscaling_policy", {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageCPUUtilization"}]}]}), expect.link("aws_appautoscaling_policy", {"target_tracking_scaling_policy_configuration": [{"predefined_metric_specification": [{"predefined_metric_type": "ECSServiceAverageMemoryUtilization"}]}]})]}})]})
}
