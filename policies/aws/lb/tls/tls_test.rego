package aws.lb.tls_test

import data.aws.lb.tls as policy
import data.lib.expect

types := ["aws_lb_listener", "aws_alb_listener"]

test_deny_old_versions if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"protocol": "HTTPS"},
				{"protocol": "TLS", "ssl_policy": "ELBSecurityPolicy-2016-08"},
				{"protocol": "TLS", "ssl_policy": "ELBSecurityPolicy-TLS13-1-1-2021-06"},
			] {
				policy.deny == {expect.finding("AWS-LB-002", $"{type}.it speaks TLS older than 1.2 (ssl_policy)")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_modern_versions if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"protocol": "HTTPS", "ssl_policy": "ELBSecurityPolicy-FS-1-2-2019-08"},
				{"protocol": "HTTPS", "ssl_policy": "ELBSecurityPolicy-TLS-1-2-2017-01"},
				{"protocol": "HTTPS", "ssl_policy": "ELBSecurityPolicy-TLS13-1-2-2021-06"},
				{"protocol": "HTTPS", "ssl_policy": "ELBSecurityPolicy-TLS13-1-3-2021-06"},
			] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_what_is_not_encrypted_here if {
	every stage in expect.stages {
		every type in types {
			every after in [{"protocol": "TCP"}, {"protocol": "HTTP"}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-LB-002", "aws_lb_listener.it speaks TLS older than 1.2 (ssl_policy)")} with input as expect.unknown("aws_lb_listener", {"protocol": "HTTPS"}, {"ssl_policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"protocol": "HTTPS"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"protocol": "TLS", "ssl_policy": "ELBSecurityPolicy-2016-08"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"protocol": "TLS", "ssl_policy": "ELBSecurityPolicy-TLS13-1-1-2021-06"})
}
