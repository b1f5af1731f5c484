package aws.acm.wildcards_test

import data.aws.acm.wildcards as policy
import data.lib.expect

test_deny_wildcards if {
	every stage in expect.stages {
		every after in [
			{"domain_name": "*.example.com"},
			{"domain_name": "example.com", "subject_alternative_names": ["*.example.com"]},
		] {
			policy.deny == {expect.violation("AWS-ACM-004", "aws_acm_certificate.it is for every host below a domain (domain_name, subject_alternative_names)")} with input as expect.resource("aws_acm_certificate", stage, after)
		}
	}
}

test_allow_names if {
	every stage in expect.stages {
		every after in [
			{},
			{"domain_name": "a.example.com", "subject_alternative_names": ["b.example.com"]},
		] {
			policy.deny == set() with input as expect.resource("aws_acm_certificate", stage, after)
		}
	}
}

test_allow_what_is_unknown if {
	policy.deny == set() with input as expect.unknown("aws_acm_certificate", {}, {"domain_name": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"domain_name": "*.example.com"})
}
