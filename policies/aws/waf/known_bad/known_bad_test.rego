package aws.waf.known_bad_test

import data.aws.waf.known_bad as policy
import data.lib.expect

test_deny_other_groups if {
	every stage in expect.stages {
		every after in [
			{},
			{"rule": [{"statement": [{"managed_rule_group_statement": [{"name": "AWSManagedRulesCommonRuleSet", "vendor_name": "AWS"}]}]}]},
		] {
			policy.deny == {expect.finding("AWS-WAF-003", "aws_wafv2_web_acl.it does not stop known bad inputs (AWSManagedRulesKnownBadInputsRuleSet)")} with input as expect.resource("aws_wafv2_web_acl", stage, after)
		}
	}
}

test_allow_the_group if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_wafv2_web_acl", stage, {"rule": [{"statement": [{"managed_rule_group_statement": [{"name": "AWSManagedRulesCommonRuleSet", "vendor_name": "AWS"}]}]}, {"statement": [{"managed_rule_group_statement": [{"name": "AWSManagedRulesKnownBadInputsRuleSet", "vendor_name": "AWS"}]}]}]})
	}
}

test_allow_rules_in_json if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_wafv2_web_acl", stage, {"rule_json": "[{}]"})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-WAF-003", "aws_wafv2_web_acl.it does not stop known bad inputs (AWSManagedRulesKnownBadInputsRuleSet)")} with input as expect.unknown("aws_wafv2_web_acl", {}, {"rule": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"rule": [{"statement": [{"managed_rule_group_statement": [{"name": "AWSManagedRulesCommonRuleSet", "vendor_name": "AWS"}]}]}]})
}
