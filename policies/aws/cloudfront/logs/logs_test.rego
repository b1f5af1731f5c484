package aws.cloudfront.logs_test

import data.aws.cloudfront.logs as policy
import data.lib.expect

test_deny_no_logs if {
	every stage in expect.stages {
		every after in [{}, {"logging_config": []}] {
			policy.deny == {expect.finding("AWS-CLOUDFRONT-006", "aws_cloudfront_distribution.it logs no requests (logging_config)")} with input as expect.resource("aws_cloudfront_distribution", stage, after)
		}
	}
}

test_allow_logs_to_a_bucket if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_cloudfront_distribution", stage, {"logging_config": [{"bucket": "logs.s3.amazonaws.com"}]})
	}
}

test_allow_logs_to_anything_else if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_cloudfront_distribution", stage, {}, {"deliveries": [expect.link("aws_cloudwatch_log_delivery_source", {})]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-CLOUDFRONT-006", "aws_cloudfront_distribution.it logs no requests (logging_config)")} with input as expect.unknown("aws_cloudfront_distribution", {}, {"logging_config": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"logging_config": []})
}
