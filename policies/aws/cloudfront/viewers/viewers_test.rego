package aws.cloudfront.viewers_test

import data.aws.cloudfront.viewers as policy
import data.lib.expect

test_deny_the_default_in_plain if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-CLOUDFRONT-001", "aws_cloudfront_distribution.it serves * in plain HTTP (viewer_protocol_policy)")} with input as expect.resource("aws_cloudfront_distribution", stage, {"default_cache_behavior": [{"viewer_protocol_policy": "allow-all"}]})
	}
}

test_deny_one_path_in_plain if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-CLOUDFRONT-001", "aws_cloudfront_distribution.it serves /api/* in plain HTTP (viewer_protocol_policy)")} with input as expect.resource("aws_cloudfront_distribution", stage, {"default_cache_behavior": [{"viewer_protocol_policy": "https-only"}], "ordered_cache_behavior": [{"path_pattern": "/api/*", "viewer_protocol_policy": "allow-all"}, {"path_pattern": "/x", "viewer_protocol_policy": "https-only"}]})
	}
}

test_allow_https if {
	every stage in expect.stages {
		every after in [
			{"default_cache_behavior": [{"viewer_protocol_policy": "https-only"}]},
			{"default_cache_behavior": [{"viewer_protocol_policy": "redirect-to-https"}]},
		] {
			policy.deny == set() with input as expect.resource("aws_cloudfront_distribution", stage, after)
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"default_cache_behavior": [{"viewer_protocol_policy": "allow-all"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"default_cache_behavior": [{"viewer_protocol_policy": "https-only"}], "ordered_cache_behavior": [{"path_pattern": "/api/*", "viewer_protocol_policy": "allow-all"}, {"path_pattern": "/x", "viewer_protocol_policy": "https-only"}]})
}
