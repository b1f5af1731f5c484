package aws.sqs.visibility_test

import data.aws.sqs.visibility as policy
import data.lib.expect

test_deny_a_queue_that_shows_a_message_too_soon if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-SQS-004", "aws_sqs_queue.it hides a message for 364 s, its function needs 365 s (6 x timeout + batch window)")} with input as queue(stage, {"visibility_timeout_seconds": 364}, {"timeout": 60})
	}
}

test_deny_through_an_alias if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-SQS-004", "aws_sqs_queue.it hides a message for 10 s, its function needs 60 s (6 x timeout + batch window)")} with input as aliased(stage)
	}
}

test_deny_the_defaults_of_the_provider_when_they_do_not_fit if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-SQS-004", "aws_sqs_queue.it hides a message for 30 s, its function needs 65 s (6 x timeout + batch window)")} with input as queue(stage, {}, {"timeout": 10})
	}
}

test_allow_six_times_and_the_window if {
	every stage in expect.stages {
		policy.deny == set() with input as queue(stage, {"visibility_timeout_seconds": 365}, {"timeout": 60})
	}
}

test_allow_a_queue_without_a_function if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_sqs_queue", stage, {"visibility_timeout_seconds": 1})
	}
}

test_deny_nothing_of_an_unknown_timeout if {
	unknown := {"address": "aws_lambda_function.f", "after": {}, "unknown": {"timeout": true}, "links": {}}
	policy.deny == set() with input as expect.linked("aws_sqs_queue", "plan", {"visibility_timeout_seconds": 1}, {"mappings": [mapping({"function": [unknown]})]})
}

queue(stage, after, called) := expect.linked("aws_sqs_queue", stage, after, {"mappings": [mapping({"function": [expect.link("aws_lambda_function", called)]})]})

mapping(links) := object.union(
	expect.link("aws_lambda_event_source_mapping", {"maximum_batching_window_in_seconds": 5}),
	{"links": links},
)

aliased(stage) := expect.linked("aws_sqs_queue", stage, {"visibility_timeout_seconds": 10}, {"mappings": [{
	"address": "aws_lambda_event_source_mapping.m", "after": {}, "unknown": {},
	"links": {"alias": [{
		"address": "aws_lambda_alias.a", "after": {}, "unknown": {},
		"links": {"function": [expect.link("aws_lambda_function", {"timeout": 10})]},
	}]},
}]})

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}

test_deny_the_default_timeout_of_a_function_when_it_does_not_fit if {
	policy.deny == {expect.violation("AWS-SQS-004", "aws_sqs_queue.it hides a message for 22 s, its function needs 23 s (6 x timeout + batch window)")} with input as queue("synth", {"visibility_timeout_seconds": 22}, {})
}

test_deny_a_mapping_without_a_window if {
	mappings := [{"address": "m", "after": {}, "unknown": {}, "links": {"function": [expect.link("aws_lambda_function", {"timeout": 4})]}}]
	policy.deny == {expect.violation("AWS-SQS-004", "aws_sqs_queue.it hides a message for 23 s, its function needs 24 s (6 x timeout + batch window)")} with input as expect.linked("aws_sqs_queue", "synth", {"visibility_timeout_seconds": 23}, {"mappings": mappings})
}
