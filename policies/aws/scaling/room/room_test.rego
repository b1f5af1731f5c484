package aws.scaling.room_test

import data.aws.scaling.room as policy
import data.lib.expect

types := ["aws_appautoscaling_target", "aws_autoscaling_group"]

test_deny_one_size if {
	every stage in expect.stages {
		every type in types {
			every after in [{"min_capacity": 2, "max_capacity": 2}, {"min_size": 2, "max_size": 2}] {
				policy.deny == {expect.violation("AWS-SCALING-001", $"{type}.it scales between 2 and 2, which is one size")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_a_range_the_wrong_way_round if {
	every stage in expect.stages {
		every type in types {
			policy.deny == {expect.violation("AWS-SCALING-001", $"{type}.it scales between 3 and 2, which is one size")} with input as expect.resource(type, stage, {"min_capacity": 3, "max_capacity": 2})
		}
	}
}

test_allow_room if {
	every stage in expect.stages {
		every type in types {
			every after in [{"min_capacity": 2, "max_capacity": 3}, {"min_size": 2, "max_size": 3}, {"min_size": 2}, {}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_a_sensitive_number if {
	every stage in expect.stages {
		every type in types {
			every after in [{"min_capacity": "(sensitive)", "max_capacity": "(sensitive)"}, {"min_capacity": 2, "max_capacity": "(sensitive)"}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_other_types if {
	every after in [{"min_capacity": 2, "max_capacity": 2}, {"min_size": 2, "max_size": 2}] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.resource("random_id", "plan", {"min_capacity": 3, "max_capacity": 2})
}
