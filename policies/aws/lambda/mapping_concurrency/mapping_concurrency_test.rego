package aws.lambda.mapping_concurrency_test

import data.aws.lambda.mapping_concurrency as policy
import data.lib.expect

test_deny_a_queue_known_by_its_arn if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-LAMBDA-002", "aws_lambda_event_source_mapping.it has no maximum concurrency")} with input as expect.resource("aws_lambda_event_source_mapping", stage, {"event_source_arn": "arn:aws:sqs:eu-west-1:1:orders", "scaling_config": []})
	}
}

test_allow_a_bound if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_lambda_event_source_mapping", stage, {"event_source_arn": "arn:aws:sqs:eu-west-1:1:orders", "scaling_config": [{"maximum_concurrency": 10}]})
	}
}

test_allow_a_stream if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_lambda_event_source_mapping", stage, {"event_source_arn": "arn:aws:kinesis:eu-west-1:1:stream/s"})
	}
}

test_deny_a_queue_known_by_reference if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-LAMBDA-002", "aws_lambda_event_source_mapping.it has no maximum concurrency")} with input as expect.linked("aws_lambda_event_source_mapping", stage, {}, {"queue": [{"address": "aws_sqs_queue.orders"}]})
	}
}

test_allow_a_value_known_only_after_apply if {
	policy.deny == set() with input as object.union(expect.unknown("aws_lambda_event_source_mapping", {}, {"scaling_config": [{"maximum_concurrency": true}]}), {"links": {"queue": [{"address": "aws_sqs_queue.orders"}]}})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
