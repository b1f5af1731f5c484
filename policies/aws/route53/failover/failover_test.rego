package aws.route53.failover_test

import data.aws.route53.failover as policy
import data.lib.expect

test_deny_blind_primaries if {
	every stage in expect.stages {
		every after in [
			{"failover_routing_policy": [{"type": "PRIMARY"}]},
			{"failover_routing_policy": [{"type": "PRIMARY"}], "alias": [{"evaluate_target_health": false}]},
		] {
			policy.deny == {expect.finding("AWS-ROUTE53-001", "aws_route53_record.it is a primary of whose health nobody tells (health_check_id, alias.evaluate_target_health)")} with input as expect.resource("aws_route53_record", stage, after)
		}
	}
}

test_allow_watched_primaries if {
	every stage in expect.stages {
		every after in [
			{"failover_routing_policy": [{"type": "PRIMARY"}], "health_check_id": "check"},
			{"failover_routing_policy": [{"type": "PRIMARY"}], "alias": [{"evaluate_target_health": true}]},
		] {
			policy.deny == set() with input as expect.resource("aws_route53_record", stage, after)
		}
	}
}

test_allow_others if {
	every stage in expect.stages {
		every after in [
			{},
			{"failover_routing_policy": [{"type": "SECONDARY"}]},
			{"weighted_routing_policy": [{"weight": 1}]},
		] {
			policy.deny == set() with input as expect.resource("aws_route53_record", stage, after)
		}
	}
}

test_allow_a_check_that_is_made_along_with_it if {
	policy.deny == set() with input as expect.unknown("aws_route53_record", {"failover_routing_policy": [{"type": "PRIMARY"}]}, {"health_check_id": true})
	policy.deny == set() with input as expect.unknown("aws_route53_record", {"failover_routing_policy": [{"type": "PRIMARY"}], "alias": [{}]}, {"alias": [{"evaluate_target_health": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"failover_routing_policy": [{"type": "PRIMARY"}]})
}
