package aws.lambda.stream_failures_test

import data.aws.lambda.stream_failures as policy
import data.lib.expect

good := {
	"event_source_arn": "arn:aws:kinesis:eu-west-1:1:stream/orders",
	"maximum_retry_attempts": 5,
	"destination_config": [{"on_failure": [{"destination_arn": "arn:aws:sqs:eu-west-1:1:dead"}]}],
	"bisect_batch_on_function_error": true,
}

found(problem) := {expect.finding("AWS-LAMBDA-012", $"aws_lambda_event_source_mapping.it {problem}")}

mapping(stage, after) := expect.resource("aws_lambda_event_source_mapping", stage, object.union(good, after))

without(stage, name) := expect.resource("aws_lambda_event_source_mapping", stage, object.remove(good, [name]))

test_deny_retries_without_end if {
	every stage in expect.stages {
		policy.deny == found("retries a record that cannot be handled until it expires") with input as mapping(stage, {"maximum_retry_attempts": -1, "maximum_record_age_in_seconds": -1})
		policy.deny == found("retries a record that cannot be handled until it expires") with input as without(stage, "maximum_retry_attempts")
	}
}

test_deny_a_consumer_that_drops_records if {
	every stage in expect.stages {
		policy.deny == found("drops records that cannot be handled") with input as without(stage, "destination_config")
		policy.deny == found("drops records that cannot be handled") with input as mapping(stage, {"destination_config": [{"on_failure": [{"destination_arn": ""}]}]})
	}
}

test_deny_whole_batches if {
	every stage in expect.stages {
		policy.deny == found("gives back a whole batch for one record") with input as without(stage, "bisect_batch_on_function_error")
		policy.deny == found("gives back a whole batch for one record") with input as mapping(stage, {"bisect_batch_on_function_error": false})
	}
}

test_deny_all_at_once_for_a_stream_of_ours if {
	every stage in expect.stages {
		count(policy.deny) == 3 with input as expect.linked("aws_lambda_event_source_mapping", stage, {}, {"stream": [expect.link("aws_kinesis_stream", {})]})
		count(policy.deny) == 3 with input as expect.resource("aws_lambda_event_source_mapping", stage, {"event_source_arn": "arn:aws:dynamodb:eu-west-1:1:table/orders/stream/1"})
	}
}

test_allow_a_consumer_that_gets_past if {
	every stage in expect.stages {
		every after in [{}, {"maximum_retry_attempts": 0}, {"maximum_retry_attempts": -1, "maximum_record_age_in_seconds": 0}, {"bisect_batch_on_function_error": false, "function_response_types": ["ReportBatchItemFailures"]}] {
			policy.deny == set() with input as mapping(stage, after)
		}
	}
}

test_allow_what_is_known_only_after_apply if {
	every limit in ["maximum_retry_attempts", "maximum_record_age_in_seconds"] {
		every part in ["bisect_batch_on_function_error", "function_response_types"] {
			policy.deny == set() with input as expect.unknown("aws_lambda_event_source_mapping", {"event_source_arn": good.event_source_arn}, {limit: true, part: true, "destination_config": [{"on_failure": [{"destination_arn": true}]}]})
		}
	}
}

test_allow_a_queue if {
	policy.deny == set() with input as expect.resource("aws_lambda_event_source_mapping", "plan", {"event_source_arn": "arn:aws:sqs:eu-west-1:1:orders"})
}

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as object.union(without("synth", "destination_config"), {"type": "random_id"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
