package aws.acm.transparency_test

import data.aws.acm.transparency as policy
import data.lib.expect

test_deny_hiding if {
	every stage in expect.stages {
		every after in [
			{"options": [{"certificate_transparency_logging_preference": "DISABLED"}]},
		] {
			policy.deny == {expect.violation("AWS-ACM-001", "aws_acm_certificate.it is kept out of the public logs (options.certificate_transparency_logging_preference)")} with input as expect.resource("aws_acm_certificate", stage, after)
		}
	}
}

test_allow_logs if {
	every stage in expect.stages {
		every after in [
			{},
			{"options": [{}]},
			{"options": [{"certificate_transparency_logging_preference": "ENABLED"}]},
		] {
			policy.deny == set() with input as expect.resource("aws_acm_certificate", stage, after)
		}
	}
}

test_allow_what_is_unknown if {
	policy.deny == set() with input as expect.unknown("aws_acm_certificate", {}, {"options": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"options": [{"certificate_transparency_logging_preference": "DISABLED"}]})
}
