package aws.scheduler.customer_key_test

import data.aws.scheduler.customer_key as policy
import data.lib.expect

test_deny_a_schedule_without_a_key if {
	every stage in expect.stages {
		every after in [{}, {"kms_key_arn": ""}] {
			policy.deny == {expect.finding("AWS-SCHEDULER-002", "aws_scheduler_schedule.it is encrypted with a key of AWS's")} with input as expect.resource("aws_scheduler_schedule", stage, after)
		}
	}
}

test_allow_a_key_of_ours if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_scheduler_schedule", stage, {"kms_key_arn": "arn:aws:kms:eu-west-1:111111111111:key/k"})
	}
	policy.deny == set() with input as expect.unknown("aws_scheduler_schedule", {}, {"kms_key_arn": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
