package aws.sqs.attempts_test

import data.aws.sqs.attempts as policy
import data.lib.expect

test_deny_too_few_and_too_many if {
	every type in ["aws_sqs_queue", "aws_sqs_queue_redrive_policy"] {
		every stage in expect.stages {
			every attempts in [1, 2, 101] {
				policy.deny == {expect.violation("AWS-SQS-005", $"{type}.it sets a message aside after {attempts} attempts (3 to 100 are sensible)")} with input as queue(type, stage, attempts)
			}
		}
	}
}

test_deny_a_number_written_as_text if {
	policy.deny == {expect.violation("AWS-SQS-005", "aws_sqs_queue.it sets a message aside after 2 attempts (3 to 100 are sensible)")} with input as queue("aws_sqs_queue", "synth", "2")
}

test_allow_what_is_sensible if {
	every stage in expect.stages {
		every attempts in [3, 5, 100] {
			policy.deny == set() with input as queue("aws_sqs_queue", stage, attempts)
		}
	}
}

test_allow_a_queue_without_a_redrive_policy if {
	policy.deny == set() with input as expect.resource("aws_sqs_queue", "plan", {})
}

queue(type, stage, attempts) := expect.resource(type, stage, {"redrive_policy": json.marshal({"deadLetterTargetArn": "arn:aws:sqs:eu-west-1:1:dead", "maxReceiveCount": attempts})})

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as queue("random_id", "synth", 1)
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
