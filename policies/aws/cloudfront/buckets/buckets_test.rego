package aws.cloudfront.buckets_test

import data.aws.cloudfront.buckets as policy
import data.lib.expect

test_deny_a_bucket_for_everybody if {
	every stage in expect.stages {
		every after in [
			{"origin": [{"origin_id": "site", "origin_access_control_id": ""}]},
			{"origin": [{"origin_id": "site", "origin_access_control_id": "", "custom_origin_config": [], "vpc_origin_config": [], "s3_origin_config": [{"origin_access_identity": "x"}]}]},
		] {
			policy.deny == {expect.violation("AWS-CLOUDFRONT-004", "aws_cloudfront_distribution.it reads the bucket of site like anybody (origin_access_control_id)")} with input as expect.resource("aws_cloudfront_distribution", stage, after)
		}
	}
}

test_allow_an_access_control if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_cloudfront_distribution", stage, {"origin": [{"origin_id": "site", "origin_access_control_id": "E1"}]})
	}
}

test_allow_other_origins if {
	every stage in expect.stages {
		every after in [
			{"origin": [{"origin_id": "api", "origin_access_control_id": "", "custom_origin_config": [{"http_port": 80}]}]},
			{"origin": [{"origin_id": "api", "origin_access_control_id": "", "vpc_origin_config": [{"vpc_origin_id": "x"}]}]},
		] {
			policy.deny == set() with input as expect.resource("aws_cloudfront_distribution", stage, after)
		}
	}
}

test_allow_a_control_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_cloudfront_distribution", {"origin": [{"origin_id": "site"}]}, {"origin": [{"origin_access_control_id": true}]})
}

test_allow_what_a_plan_does_not_say if {
	policy.deny == set() with input as object.union(expect.resource("aws_cloudfront_distribution", "plan", {"origin": [{"origin_id": "site"}]}), {"stage": "plan"})
}

test_deny_a_bucket_whose_author_says_nothing if {
	policy.deny == {expect.violation("AWS-CLOUDFRONT-004", "aws_cloudfront_distribution.it reads the bucket of site like anybody (origin_access_control_id)")} with input as expect.resource("aws_cloudfront_distribution", "synth", {"origin": [{"origin_id": "site"}]})
}

test_allow_a_control_that_a_token_names if {
	policy.deny == set() with input as object.union(expect.resource("aws_cloudfront_distribution", "synth", {"origin": [{"origin_id": "site"}]}), {"unknown": {"origin": [{"origin_access_control_id": true}]}})
}

test_allow_an_access_control_at_synth if {
	policy.deny == set() with input as expect.resource("aws_cloudfront_distribution", "synth", {"origin": [{"origin_id": "site", "origin_access_control_id": "E1"}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"origin": [{"origin_id": "site", "origin_access_control_id": ""}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"origin": [{"origin_id": "site", "origin_access_control_id": "", "custom_origin_config": [], "vpc_origin_config": [], "s3_origin_config": [{"origin_access_identity": "x"}]}]})
}
