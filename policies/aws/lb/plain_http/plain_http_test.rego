package aws.lb.plain_http_test

import data.aws.lb.plain_http as policy
import data.lib.expect

types := ["aws_lb_listener", "aws_alb_listener"]

test_deny_an_answer if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"protocol": "HTTP", "default_action": [{"type": "forward"}]},
				{"protocol": "HTTP", "default_action": [{"type": "redirect", "redirect": [{"protocol": "HTTP", "port": "8080"}]}]},
				{"protocol": "HTTP"},
			] {
				policy.deny == {expect.finding("AWS-LB-001", $"{type}.it answers in plain HTTP")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_a_way_to_https if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"protocol": "HTTP", "default_action": [{"type": "redirect", "redirect": [{"protocol": "HTTPS", "status_code": "HTTP_301"}]}]})
		}
	}
}

test_allow_other_protocols if {
	every stage in expect.stages {
		every type in types {
			every after in [{"protocol": "HTTPS", "default_action": [{"type": "forward"}]}, {}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-LB-001", "aws_lb_listener.it answers in plain HTTP")} with input as expect.unknown("aws_lb_listener", {"protocol": "HTTP"}, {"default_action": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"protocol": "HTTP", "default_action": [{"type": "forward"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"protocol": "HTTP", "default_action": [{"type": "redirect", "redirect": [{"protocol": "HTTP", "port": "8080"}]}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"protocol": "HTTP"})
}
