package aws.lb.desync_test

import data.aws.lb.desync as policy
import data.lib.expect

types := ["aws_lb", "aws_alb"]

test_deny_watching if {
	every stage in expect.stages {
		every type in types {
			policy.deny == {expect.violation("AWS-LB-004", $"{type}.it only watches requests that hide another one (desync_mitigation_mode)")} with input as expect.resource(type, stage, {"desync_mitigation_mode": "monitor"})
		}
	}
}

test_allow_stopping if {
	every stage in expect.stages {
		every type in types {
			every after in [{}, {"desync_mitigation_mode": "defensive"}, {"desync_mitigation_mode": "strictest"}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"desync_mitigation_mode": "monitor"})
}
