package aws.sqs.dead_letters_test

import data.aws.sqs.dead_letters as policy
import data.lib.expect

test_deny_a_queue_without_one if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-SQS-003", "aws_sqs_queue.it has no dead-letter queue")} with input as expect.resource("aws_sqs_queue", stage, {})
	}
}

test_deny_an_empty_redrive_policy if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-SQS-003", "aws_sqs_queue.it has no dead-letter queue")} with input as expect.resource("aws_sqs_queue", stage, {"redrive_policy": "{}"})
	}
}

test_allow_a_redrive_policy if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_sqs_queue", stage, {"redrive_policy": "{\"deadLetterTargetArn\":\"${aws_sqs_queue.dead.arn}\",\"maxReceiveCount\":3}"})
	}
}

test_allow_a_redrive_policy_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_sqs_queue", {}, {"redrive_policy": true})
}

test_allow_a_redrive_target if {
	every stage in expect.stages {
		every name in ["redrivers", "sources", "undelivered"] {
			policy.deny == set() with input as expect.linked("aws_sqs_queue", stage, {}, {name: [{"address": "aws_sqs_queue.other"}]})
		}
	}
}

test_allow_a_redrive_target_of_another_stack if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_sqs_queue", stage, {"redrive_allow_policy": `{"redrivePermission":"byQueue","sourceQueueArns":["arn:aws:sqs:eu-west-1:111111111111:q"]}`})
	}
	policy.deny == set() with input as expect.unknown("aws_sqs_queue", {}, {"redrive_allow_policy": true})
}

test_deny_a_queue_that_anybody_or_nobody_may_redrive_to if {
	every permission in ["allowAll", "denyAll"] {
		policy.deny == {expect.finding("AWS-SQS-003", "aws_sqs_queue.it has no dead-letter queue")} with input as expect.resource("aws_sqs_queue", "synth", {"redrive_allow_policy": json.marshal({"redrivePermission": permission})})
	}
}

test_allow_what_nobody_can_link if {
	every name in ["redrivers", "redrives", "sources", "undelivered"] {
		policy.deny == set() with input as object.union(expect.resource("aws_sqs_queue", "plan", {}), {"unresolved": {name: true}})
	}
}

test_allow_a_redrive_policy_beside_the_queue if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_sqs_queue", stage, {}, {"redrives": [{"address": "aws_sqs_queue_redrive_policy.other"}]})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
