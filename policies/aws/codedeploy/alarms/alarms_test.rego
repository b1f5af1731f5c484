package aws.codedeploy.alarms_test

import data.aws.codedeploy.alarms as policy
import data.lib.expect

unwatched := expect.finding("AWS-CODEDEPLOY-002", "aws_codedeploy_deployment_group.it is watched by no alarm (alarm_configuration)")

test_deny_what_is_not_watched if {
	every stage in expect.stages {
		every after in [
			{},
			{"alarm_configuration": []},
			{"alarm_configuration": [{"enabled": true}]},
			{"alarm_configuration": [{"enabled": true, "alarms": []}]},
			{"alarm_configuration": [{"enabled": false, "alarms": ["burn"]}]},
		] {
			policy.deny == {unwatched} with input as expect.resource("aws_codedeploy_deployment_group", stage, after)
		}
	}
}

test_deny_alarms_that_need_not_be_read if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-CODEDEPLOY-002", "aws_codedeploy_deployment_group.it goes on when the state of its alarms cannot be read (ignore_poll_alarm_failure)")} with input as expect.resource("aws_codedeploy_deployment_group", stage, {"alarm_configuration": [{"enabled": true, "alarms": ["burn"], "ignore_poll_alarm_failure": true}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {unwatched} with input as expect.unknown("aws_codedeploy_deployment_group", {}, {"alarm_configuration": true})
}

test_allow_what_is_watched if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_codedeploy_deployment_group", stage, {"alarm_configuration": [{"enabled": true, "alarms": ["burn"], "ignore_poll_alarm_failure": false}]})
	}
}

test_allow_alarms_whose_names_are_unknown if {
	policy.deny == set() with input as expect.unknown("aws_codedeploy_deployment_group", {"alarm_configuration": [{"enabled": true}]}, {"alarm_configuration": [{"alarms": true}]})
}

test_allow_other_types if {
	every after in [{}, {"alarm_configuration": [{"ignore_poll_alarm_failure": true}]}] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {}, {"alarm_configuration": true})
}
