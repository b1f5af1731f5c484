package aws.lb.web_acl_test

import data.aws.lb.web_acl as policy
import data.lib.expect

types := ["aws_lb", "aws_alb"]

test_deny_a_bare_one if {
	every stage in expect.stages {
		every type in types {
			every after in [{}, {"internal": false, "load_balancer_type": "application"}] {
				policy.deny == {expect.finding("AWS-LB-007", $"{type}.it faces the internet without a web ACL")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_a_web_acl if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.linked(type, stage, {}, {"web_acls": [expect.link("aws_wafv2_web_acl_association", {})]})
		}
	}
}

test_allow_what_is_internal if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"internal": true})
		}
	}
}

test_allow_what_takes_no_web_acl if {
	every stage in expect.stages {
		every type in types {
			every after in [{"load_balancer_type": "network"}, {"load_balancer_type": "gateway"}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-LB-007", "aws_lb.it faces the internet without a web ACL")} with input as expect.unknown("aws_lb", {}, {"internal": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"internal": false, "load_balancer_type": "application"})
}
