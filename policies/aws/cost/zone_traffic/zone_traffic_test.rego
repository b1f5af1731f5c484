package aws.cost.zone_traffic_test

import data.aws.cost.zone_traffic as policy
import data.lib.expect

types := ["aws_lb", "aws_alb"]

test_deny_traffic_between_zones if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"load_balancer_type": "network", "enable_cross_zone_load_balancing": true},
				{"load_balancer_type": "gateway", "enable_cross_zone_load_balancing": true},
			] {
				policy.deny == {expect.violation("AWS-COST-007", $"{type}.it pays for traffic between zones and is not production")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_zones_apart if {
	every stage in expect.stages {
		every type in types {
			every after in [{"load_balancer_type": "network", "enable_cross_zone_load_balancing": false}, {"load_balancer_type": "network"}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_what_is_free if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"load_balancer_type": "application", "enable_cross_zone_load_balancing": true})
		}
	}
}

test_allow_production if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.production(expect.resource(type, stage, {"load_balancer_type": "network", "enable_cross_zone_load_balancing": true}))
		}
	}
}

test_allow_other_types if {
	every after in [
		{"load_balancer_type": "network", "enable_cross_zone_load_balancing": true},
		{"load_balancer_type": "gateway", "enable_cross_zone_load_balancing": true},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
}
