package aws.waf.logs_test

import data.aws.waf.logs as policy
import data.lib.expect

test_deny_no_logs if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-WAF-005", "aws_wafv2_web_acl.it logs nothing")} with input as expect.resource("aws_wafv2_web_acl", stage, {})
	}
}

test_allow_logs if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_wafv2_web_acl", stage, {}, {"logs": [expect.link("aws_wafv2_web_acl_logging_configuration", {})]})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
