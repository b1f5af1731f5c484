package aws.waf.counting_test

import data.aws.waf.counting as policy
import data.lib.expect

test_deny_counting if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-WAF-004", "aws_wafv2_web_acl.it only counts what common finds (override_action)")} with input as expect.resource("aws_wafv2_web_acl", stage, {"rule": [{"name": "common", "override_action": [{"count": [{}], "none": []}]}, {"name": "bad", "override_action": [{"count": [], "none": [{}]}]}]})
	}
}

test_allow_stopping if {
	every stage in expect.stages {
		every after in [
			{"rule": [{"name": "common", "override_action": [{"none": [{}]}]}]},
			{"rule": [{"name": "rate", "action": [{"block": [{}]}]}]},
			{"rule": [{"name": "common", "override_action": [{"count": [{}]}]}], "tags_all": {"environment": "dev"}},
		] {
			policy.deny == set() with input as expect.resource("aws_wafv2_web_acl", stage, after)
		}
	}
}

# The driver withdraws this finding: the tag may say that the environment may be thrown away.
test_deny_is_a_finding_when_the_tag_is_unknown if {
	policy.deny == {expect.finding("AWS-WAF-004", "aws_wafv2_web_acl.it only counts what common finds (override_action)")} with input as expect.unknown("aws_wafv2_web_acl", {"rule": [{"name": "common", "override_action": [{"count": [{}]}]}]}, {"tags_all": {"environment": true}})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"rule": [{"name": "common", "override_action": [{"count": [{}], "none": []}]}, {"name": "bad", "override_action": [{"count": [], "none": [{}]}]}]})
}
