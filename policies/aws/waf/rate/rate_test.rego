package aws.waf.rate_test

import data.aws.waf.rate as policy
import data.lib.expect

test_deny_no_rate if {
	every stage in expect.stages {
		every after in [
			{},
			{"rule": [{"statement": [{"managed_rule_group_statement": [{"name": "AWSManagedRulesCommonRuleSet", "vendor_name": "AWS"}]}]}, {"statement": [{"rate_based_statement": []}]}]},
		] {
			policy.deny == {expect.finding("AWS-WAF-002", "aws_wafv2_web_acl.it lets one client ask as often as it likes (rate_based_statement)")} with input as expect.resource("aws_wafv2_web_acl", stage, after)
		}
	}
}

test_allow_a_rate if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_wafv2_web_acl", stage, {"rule": [{"statement": [{"managed_rule_group_statement": [{"name": "AWSManagedRulesCommonRuleSet", "vendor_name": "AWS"}]}]}, {"statement": [{"rate_based_statement": [{"limit": 1000}]}]}]})
	}
}

test_allow_rules_in_json if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_wafv2_web_acl", stage, {"rule_json": "[{}]"})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-WAF-002", "aws_wafv2_web_acl.it lets one client ask as often as it likes (rate_based_statement)")} with input as expect.unknown("aws_wafv2_web_acl", {}, {"rule": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"rule": [{"statement": [{"managed_rule_group_statement": [{"name": "AWSManagedRulesCommonRuleSet", "vendor_name": "AWS"}]}]}, {"statement": [{"rate_based_statement": []}]}]})
}
