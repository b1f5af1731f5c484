package aws.cloudfront.web_acl_test

import data.aws.cloudfront.web_acl as policy
import data.lib.expect

test_deny_no_web_acl if {
	every stage in expect.stages {
		every after in [{}, {"web_acl_id": ""}] {
			policy.deny == {expect.violation("AWS-CLOUDFRONT-005", "aws_cloudfront_distribution.it has no web ACL (web_acl_id)")} with input as expect.resource("aws_cloudfront_distribution", stage, after)
		}
	}
}

test_allow_a_web_acl if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_cloudfront_distribution", stage, {"web_acl_id": "arn:aws:wafv2:us-east-1:111111111111:global/webacl/x/1"})
	}
}

test_allow_one_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_cloudfront_distribution", {}, {"web_acl_id": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"web_acl_id": ""})
}
