package aws.cloudfront.origins_test

import data.aws.cloudfront.origins as policy
import data.lib.expect

test_deny_plain_http if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-CLOUDFRONT-003", "aws_cloudfront_distribution.it asks api in plain HTTP (origin_protocol_policy)")} with input as expect.resource("aws_cloudfront_distribution", stage, {"origin": [{"origin_id": "api", "custom_origin_config": [{"origin_protocol_policy": "http-only", "origin_ssl_protocols": ["TLSv1.2"]}]}]})
	}
}

test_allow_https if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_cloudfront_distribution", stage, {"origin": [{"origin_id": "api", "custom_origin_config": [{"origin_protocol_policy": "https-only", "origin_ssl_protocols": ["TLSv1.2"]}]}]})
	}
}

test_allow_a_bucket if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_cloudfront_distribution", stage, {"origin": [{"origin_id": "site"}]})
	}
}

test_deny_old_versions if {
	every version in ["SSLv3", "TLSv1", "TLSv1.1"] {
		every stage in expect.stages {
			policy.deny == {expect.violation("AWS-CLOUDFRONT-003", $"aws_cloudfront_distribution.it asks api by {version} (origin_ssl_protocols)")} with input as expect.resource("aws_cloudfront_distribution", stage, old(version))
		}
		policy.deny == set() with input as expect.resource("random_id", "plan", old(version))
	}
}

old(version) := {"origin": [{"origin_id": "api", "custom_origin_config": [{"origin_protocol_policy": "https-only", "origin_ssl_protocols": ["TLSv1.2", version]}]}]}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"origin": [{"origin_id": "api", "custom_origin_config": [{"origin_protocol_policy": "http-only", "origin_ssl_protocols": ["TLSv1.2"]}]}]})
}
