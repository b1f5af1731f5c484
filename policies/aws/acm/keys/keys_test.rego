package aws.acm.keys_test

import data.aws.acm.keys as policy
import data.lib.expect

test_deny_short if {
	every stage in expect.stages {
		every after in [
			{"key_algorithm": "RSA_1024"},
		] {
			policy.deny == {expect.violation("AWS-ACM-002", "aws_acm_certificate.it has a key that is too short (key_algorithm)")} with input as expect.resource("aws_acm_certificate", stage, after)
		}
	}
}

test_allow_long if {
	every stage in expect.stages {
		every after in [
			{},
			{"key_algorithm": "RSA_2048"},
			{"key_algorithm": "EC_prime256v1"},
		] {
			policy.deny == set() with input as expect.resource("aws_acm_certificate", stage, after)
		}
	}
}

test_allow_what_is_unknown if {
	policy.deny == set() with input as expect.unknown("aws_acm_certificate", {}, {"key_algorithm": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"key_algorithm": "RSA_1024"})
}
