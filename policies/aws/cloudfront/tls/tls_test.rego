package aws.cloudfront.tls_test

import data.aws.cloudfront.tls as policy
import data.lib.expect

test_deny_old_versions if {
	every stage in expect.stages {
		every after in [
			{},
			{"viewer_certificate": [{"cloudfront_default_certificate": true}]},
			{"viewer_certificate": [{"minimum_protocol_version": "TLSv1.1_2016"}]},
		] {
			policy.deny == {expect.finding("AWS-CLOUDFRONT-002", "aws_cloudfront_distribution.it speaks TLS older than 1.2 (viewer_certificate.minimum_protocol_version)")} with input as expect.resource("aws_cloudfront_distribution", stage, after)
		}
	}
}

test_allow_modern_versions if {
	every stage in expect.stages {
		every after in [
			{"viewer_certificate": [{"minimum_protocol_version": "TLSv1.2_2021"}]},
			{"viewer_certificate": [{"minimum_protocol_version": "TLSv1.3_2025"}]},
		] {
			policy.deny == set() with input as expect.resource("aws_cloudfront_distribution", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-CLOUDFRONT-002", "aws_cloudfront_distribution.it speaks TLS older than 1.2 (viewer_certificate.minimum_protocol_version)")} with input as expect.unknown("aws_cloudfront_distribution", {}, {"viewer_certificate": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"viewer_certificate": [{"cloudfront_default_certificate": true}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"viewer_certificate": [{"minimum_protocol_version": "TLSv1.1_2016"}]})
}
