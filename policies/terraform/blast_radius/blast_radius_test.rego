package terraform.blast_radius_test

import data.lib.expect
import data.terraform.blast_radius as policy

plan(existing, losses) := expect.resource("terraform_plan", "plan", {"existing": existing, "losses": losses})

denied(text) := {expect.violation("TF-PLAN-001", $"terraform_plan.it would delete or replace {text}")}

test_deny_more_than_ten if {
	policy.deny == denied("11 of 100 resources: 4 aws_sns_topic, 7 aws_sqs_queue") with input as plan(100, {"aws_sqs_queue": 7, "aws_sns_topic": 4})
}

test_deny_more_than_a_fifth if {
	policy.deny == denied("5 of 20 resources: 5 aws_sqs_queue") with input as plan(20, {"aws_sqs_queue": 5})
	policy.deny == denied("10 of 49 resources: 10 aws_sqs_queue") with input as plan(49, {"aws_sqs_queue": 10})
}

test_allow_ten if {
	policy.deny == set() with input as plan(50, {"aws_sqs_queue": 10})
}

test_allow_a_fifth if {
	policy.deny == set() with input as plan(20, {"aws_sqs_queue": 4})
}

test_allow_half_of_a_small_stack if {
	policy.deny == set() with input as plan(19, {"aws_sqs_queue": 10})
}

test_allow_nothing_lost if {
	policy.deny == set() with input as plan(0, {})
}
