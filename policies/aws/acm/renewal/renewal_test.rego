package aws.acm.renewal_test

import data.aws.acm.renewal as policy
import data.lib.expect

test_deny_mail if {
	every stage in expect.stages {
		every after in [
			{"validation_method": "EMAIL"},
		] {
			policy.deny == {expect.violation("AWS-ACM-003", "aws_acm_certificate.it is proved by mail, which somebody has to answer each year (validation_method)")} with input as expect.resource("aws_acm_certificate", stage, after)
		}
	}
}

test_allow_records if {
	every stage in expect.stages {
		every after in [
			{"validation_method": "DNS"},
			{"certificate_body": "pem"},
		] {
			policy.deny == set() with input as expect.resource("aws_acm_certificate", stage, after)
		}
	}
}

test_allow_what_is_unknown if {
	policy.deny == set() with input as expect.unknown("aws_acm_certificate", {}, {"validation_method": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"validation_method": "EMAIL"})
}
