package aws.cost.accelerators_test

import data.aws.cost.accelerators as policy
import data.lib.expect

types := ["aws_instance", "aws_autoscaling_group", "aws_batch_compute_environment"]

test_deny_a_machine_at_the_full_price if {
	every stage in expect.stages {
		every after in [{"instance_type": "g5.xlarge"}, {"instance_type": "g5.xlarge", "instance_market_options": [{"market_type": "capacity-block"}]}] {
			policy.deny == {expect.finding("AWS-COST-003", "aws_instance.it buys g5.xlarge at the full price and is not production")} with input as expect.resource("aws_instance", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_market_is_unknown if {
	policy.deny == {expect.finding("AWS-COST-003", "aws_instance.it buys g5.xlarge at the full price and is not production")} with input as expect.unknown("aws_instance", {"instance_type": "g5.xlarge"}, {"instance_market_options": true})
}

test_deny_a_group_at_the_full_price if {
	every stage in expect.stages {
		every after in [
			{"mixed_instances_policy": [{"launch_template": [{"override": [{"instance_type": "p4d.24xlarge"}]}]}]},
			{"mixed_instances_policy": [{"launch_template": [{"override": [{"instance_type": "p4d.24xlarge"}, {"instance_type": "m7g.large"}]}], "instances_distribution": [{"on_demand_percentage_above_base_capacity": 100}]}]},
		] {
			policy.deny == {expect.finding("AWS-COST-003", "aws_autoscaling_group.it buys p4d.24xlarge at the full price and is not production")} with input as expect.resource("aws_autoscaling_group", stage, after)
		}
	}
}

test_deny_jobs_at_the_full_price if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-COST-003", "aws_batch_compute_environment.it buys g6 at the full price and is not production")} with input as expect.resource("aws_batch_compute_environment", stage, {"compute_resources": [{"type": "EC2", "instance_type": ["m7g.large", "g6"]}]})
	}
}

test_allow_the_spot_price if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_instance", stage, {"instance_type": "g5.xlarge", "instance_market_options": [{"market_type": "spot"}]})
	}
}

test_allow_a_group_at_the_spot_price if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_autoscaling_group", stage, {"mixed_instances_policy": [{"launch_template": [{"override": [{"instance_type": "p4d.24xlarge"}]}], "instances_distribution": [{"on_demand_percentage_above_base_capacity": 99}]}]})
	}
}

test_allow_jobs_at_the_spot_price if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_batch_compute_environment", stage, {"compute_resources": [{"type": "SPOT", "instance_type": ["g6"]}]})
	}
}

test_allow_machines_without_accelerators if {
	every stage in expect.stages {
		every type in types {
			every after in [{"instance_type": "m7g.large"}, {"compute_resources": [{"type": "EC2", "instance_type": ["optimal"]}]}, {}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_production if {
	every stage in expect.stages {
		every type in types {
			every after in [{"instance_type": "g5.xlarge"}, {"compute_resources": [{"type": "EC2", "instance_type": ["g6"]}]}] {
				policy.deny == set() with input as expect.production(expect.resource(type, stage, after))
			}
		}
	}
}

test_allow_other_types if {
	every after in [{"instance_type": "g5.xlarge"}, {"instance_type": "g5.xlarge", "instance_market_options": [{"market_type": "capacity-block"}]}] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {"instance_type": "g5.xlarge"}, {"instance_market_options": true})
	every after in [
		{"mixed_instances_policy": [{"launch_template": [{"override": [{"instance_type": "p4d.24xlarge"}]}]}]},
		{"mixed_instances_policy": [{"launch_template": [{"override": [{"instance_type": "p4d.24xlarge"}, {"instance_type": "m7g.large"}]}], "instances_distribution": [{"on_demand_percentage_above_base_capacity": 100}]}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.resource("random_id", "plan", {"compute_resources": [{"type": "EC2", "instance_type": ["m7g.large", "g6"]}]})
}
