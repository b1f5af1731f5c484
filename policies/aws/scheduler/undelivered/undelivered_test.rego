package aws.scheduler.undelivered_test

import data.aws.scheduler.undelivered as policy
import data.lib.expect

test_deny_a_schedule_without_a_dead_letter_queue if {
	every stage in expect.stages {
		every target in [{}, {"dead_letter_config": []}, {"dead_letter_config": [{"arn": ""}]}] {
			policy.deny == {expect.finding("AWS-SCHEDULER-001", "aws_scheduler_schedule.it drops what it cannot deliver")} with input as expect.resource("aws_scheduler_schedule", stage, {"target": [target]})
		}
	}
}

test_allow_a_dead_letter_queue if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_scheduler_schedule", stage, {"target": [{"dead_letter_config": [{"arn": "arn:aws:sqs:eu-west-1:111111111111:q"}]}]})
	}
	policy.deny == set() with input as expect.unknown("aws_scheduler_schedule", {"target": [{}]}, {"target": [{"dead_letter_config": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
