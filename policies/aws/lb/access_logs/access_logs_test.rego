package aws.lb.access_logs_test

import data.aws.lb.access_logs as policy
import data.lib.expect

types := ["aws_lb", "aws_alb"]

test_deny_no_logs if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{},
				{"access_logs": [{"bucket": "logs"}]},
				{"load_balancer_type": "network", "access_logs": [{"bucket": "logs", "enabled": false}]},
			] {
				policy.deny == {expect.finding("AWS-LB-006", $"{type}.it logs no requests (access_logs)")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_logs if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"access_logs": [{"bucket": "logs", "enabled": true}]},
				{"load_balancer_type": "application", "access_logs": [{"bucket": "logs", "enabled": true}]},
			] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_a_gateway_which_has_none if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"load_balancer_type": "gateway"})
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-LB-006", "aws_lb.it logs no requests (access_logs)")} with input as expect.unknown("aws_lb", {}, {"access_logs": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"access_logs": [{"bucket": "logs"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"load_balancer_type": "network", "access_logs": [{"bucket": "logs", "enabled": false}]})
}
