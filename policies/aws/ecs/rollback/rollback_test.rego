package aws.ecs.rollback_test

import data.aws.ecs.rollback as policy
import data.lib.expect

test_deny_what_is_not_taken_back if {
	every stage in expect.stages {
		every after in [
			{},
			{"deployment_circuit_breaker": [{"enable": true, "rollback": false}]},
			{"deployment_circuit_breaker": [{"enable": false, "rollback": true}]},
			{"alarms": [{"enable": true, "rollback": false}]},
			{"alarms": [{"enable": false, "rollback": true}]},
			{"deployment_controller": [{"type": "ECS"}]},
		] {
			policy.deny == {expect.finding("AWS-ECS-001", "aws_ecs_service.it does not take back a deployment that fails (deployment_circuit_breaker)")} with input as expect.resource("aws_ecs_service", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-ECS-001", "aws_ecs_service.it does not take back a deployment that fails (deployment_circuit_breaker)")} with input as expect.unknown("aws_ecs_service", {}, {"deployment_circuit_breaker": true})
}

test_allow_what_is_taken_back if {
	every stage in expect.stages {
		every after in [
			{"deployment_circuit_breaker": [{"enable": true, "rollback": true}]},
			{"alarms": [{"enable": true, "rollback": true}]},
			{"deployment_controller": [{"type": "CODE_DEPLOY"}]},
			{"deployment_controller": [{"type": "EXTERNAL"}]},
		] {
			policy.deny == set() with input as expect.resource("aws_ecs_service", stage, after)
		}
	}
}

test_allow_other_types if {
	every after in [
		{},
		{"deployment_circuit_breaker": [{"enable": true, "rollback": false}]},
		{"deployment_circuit_breaker": [{"enable": false, "rollback": true}]},
		{"alarms": [{"enable": true, "rollback": false}]},
		{"alarms": [{"enable": false, "rollback": true}]},
		{"deployment_controller": [{"type": "ECS"}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {}, {"deployment_circuit_breaker": true})
}
