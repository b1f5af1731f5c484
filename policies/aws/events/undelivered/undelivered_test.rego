package aws.events.undelivered_test

import data.aws.events.undelivered as policy
import data.lib.expect

test_deny_a_target_without_a_dead_letter_queue if {
	every stage in expect.stages {
		every after in [{}, {"dead_letter_config": []}, {"dead_letter_config": [{"arn": ""}]}] {
			policy.deny == {expect.finding("AWS-EVENTS-002", "aws_cloudwatch_event_target.it drops what it cannot deliver")} with input as expect.resource("aws_cloudwatch_event_target", stage, after)
		}
	}
}

test_allow_a_dead_letter_queue if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_cloudwatch_event_target", stage, {"dead_letter_config": [{"arn": "arn:aws:sqs:eu-west-1:111111111111:q"}]})
	}
	policy.deny == set() with input as expect.unknown("aws_cloudwatch_event_target", {}, {"dead_letter_config": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
