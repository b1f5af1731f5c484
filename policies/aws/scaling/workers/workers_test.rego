package aws.scaling.workers_test

import data.aws.scaling.workers as policy
import data.lib.expect

tracking(specification) := {"target_tracking_scaling_policy_configuration": [specification]}

predefined(metric) := tracking({"predefined_metric_specification": [{"predefined_metric_type": metric}]})

by_cpu := predefined("ECSServiceAverageCPUUtilization")

by_memory := predefined("ECSServiceAverageMemoryUtilization")

by_backlog := tracking({"customized_metric_specification": [{"metrics": [{"id": "backlog"}]}]})

# A policy, with the service that it scales and all policies of that.
scaled(stage, after, service, policies) := expect.linked("aws_appautoscaling_policy", stage, after, {"target": [object.union(
	expect.link("aws_appautoscaling_target", {}),
	{"links": {
		"service": [expect.link("aws_ecs_service", service)],
		"policies": [expect.link("aws_appautoscaling_policy", one) | some one in policies],
	}},
)]})

denied(metric) := {expect.violation("AWS-SCALING-005", $"aws_appautoscaling_policy.it scales aws_ecs_service.other by {metric}, and nobody calls it: a worker follows its backlog")}

test_deny_a_worker_that_scales_by_its_cpu if {
	every stage in expect.stages {
		every service in [{}, {"load_balancer": []}] {
			policy.deny == denied("ECSServiceAverageCPUUtilization") with input as scaled(stage, by_cpu, service, [by_cpu])
		}
	}
}

test_deny_a_worker_that_scales_by_cpu_and_memory if {
	every stage in expect.stages {
		policy.deny == denied("ECSServiceAverageCPUUtilization") with input as scaled(stage, by_cpu, {}, [by_cpu, by_memory])
		policy.deny == denied("ECSServiceAverageMemoryUtilization") with input as scaled(stage, by_memory, {}, [by_cpu, by_memory])
	}
}

test_allow_a_worker_that_follows_its_backlog_too if {
	every stage in expect.stages {
		policy.deny == set() with input as scaled(stage, by_cpu, {}, [by_cpu, by_backlog])
	}
}

test_allow_another_metric if {
	every stage in expect.stages {
		every after in [by_backlog, predefined("ALBRequestCountPerTarget")] {
			policy.deny == set() with input as scaled(stage, after, {}, [by_cpu])
		}
	}
}

test_allow_a_service_that_is_called if {
	every stage in expect.stages {
		every name in ["load_balancer", "service_connect_configuration", "service_registries"] {
			policy.deny == set() with input as scaled(stage, by_cpu, {name: [{}]}, [by_cpu])
		}
	}
}

test_allow_what_is_elsewhere if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_appautoscaling_policy", stage, by_cpu)
	}
}

test_allow_other_types if {
	policy.deny == set() with input as object.union(scaled("plan", by_cpu, {}, [by_cpu]), {"type": "random_id"})
}
