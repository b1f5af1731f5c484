package aws.waf.rules_test

import data.aws.waf.rules as policy
import data.lib.expect

test_deny_no_rule if {
	every stage in expect.stages {
		every after in [{}, {"rule": []}] {
			policy.deny == {expect.finding("AWS-WAF-001", "aws_wafv2_web_acl.it has no rule")} with input as expect.resource("aws_wafv2_web_acl", stage, after)
		}
	}
}

test_allow_a_rule if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_wafv2_web_acl", stage, {"rule": [{"name": "common"}]})
	}
}

test_allow_rules_in_json if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_wafv2_web_acl", stage, {"rule_json": "[{}]"})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-WAF-001", "aws_wafv2_web_acl.it has no rule")} with input as expect.unknown("aws_wafv2_web_acl", {}, {"rule": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"rule": []})
}
