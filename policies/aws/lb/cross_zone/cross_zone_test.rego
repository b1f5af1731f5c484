package aws.lb.cross_zone_test

import data.aws.lb.cross_zone as policy
import data.lib.expect

types := ["aws_lb", "aws_alb"]

test_deny_zones_apart if {
	every stage in expect.stages {
		every type in types {
			every after in [{"load_balancer_type": "network"}, {"load_balancer_type": "gateway", "enable_cross_zone_load_balancing": false}] {
				policy.deny == {expect.finding("AWS-LB-010", $"{type}.it keeps each zone to its own targets (enable_cross_zone_load_balancing)")} with input as expect.production(expect.resource(type, stage, after))
			}
		}
	}
}

test_allow_zones_together if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.production(expect.resource(type, stage, {"load_balancer_type": "network", "enable_cross_zone_load_balancing": true}))
		}
	}
}

test_allow_what_always_crosses_zones if {
	every stage in expect.stages {
		every type in types {
			every after in [{}, {"load_balancer_type": "application"}] {
				policy.deny == set() with input as expect.production(expect.resource(type, stage, after))
			}
		}
	}
}

test_allow_development if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"load_balancer_type": "network"})
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-LB-010", "aws_lb.it keeps each zone to its own targets (enable_cross_zone_load_balancing)")} with input as expect.production(expect.unknown("aws_lb", {"load_balancer_type": "network"}, {"enable_cross_zone_load_balancing": true}))
}

test_allow_other_types if {
	policy.deny == set() with input as expect.production(expect.resource("random_id", "synth", {"load_balancer_type": "network"}))
	policy.deny == set() with input as expect.production(expect.resource("random_id", "synth", {"load_balancer_type": "gateway", "enable_cross_zone_load_balancing": false}))
}
