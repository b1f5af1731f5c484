package aws.codedeploy.rollback_test

import data.aws.codedeploy.rollback as policy
import data.lib.expect

on(event) := expect.finding("AWS-CODEDEPLOY-001", $"aws_codedeploy_deployment_group.it does not take back a rollout on {event} (auto_rollback_configuration)")

failure := on("DEPLOYMENT_FAILURE")

alarm := on("DEPLOYMENT_STOP_ON_ALARM")

test_deny_what_is_not_taken_back if {
	every stage in expect.stages {
		every after in [
			{},
			{"auto_rollback_configuration": []},
			{"auto_rollback_configuration": [{"enabled": true}]},
			{"auto_rollback_configuration": [{"enabled": false, "events": ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]}]},
		] {
			policy.deny == {failure, alarm} with input as expect.resource("aws_codedeploy_deployment_group", stage, after)
		}
		policy.deny == {alarm} with input as expect.resource("aws_codedeploy_deployment_group", stage, {"auto_rollback_configuration": [{"enabled": true, "events": ["DEPLOYMENT_FAILURE"]}]})
		policy.deny == {failure} with input as expect.resource("aws_codedeploy_deployment_group", stage, {"auto_rollback_configuration": [{"enabled": true, "events": ["DEPLOYMENT_STOP_ON_ALARM"]}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {failure, alarm} with input as expect.unknown("aws_codedeploy_deployment_group", {}, {"auto_rollback_configuration": true})
}

test_allow_what_is_taken_back if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_codedeploy_deployment_group", stage, {"auto_rollback_configuration": [{"enabled": true, "events": ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"]}]})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {})
	policy.deny == set() with input as expect.unknown("random_id", {}, {"auto_rollback_configuration": true})
}
