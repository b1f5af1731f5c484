package aws.asg.zones_test

import data.aws.asg.zones as policy
import data.lib.expect

test_deny_one_zone if {
	every stage in expect.stages {
		every after in [{"vpc_zone_identifier": ["subnet-1"]}, {"availability_zones": ["eu-west-1a"]}] {
			policy.deny == {expect.violation("AWS-ASG-001", "aws_autoscaling_group.it is in one zone only")} with input as expect.production(expect.resource("aws_autoscaling_group", stage, after))
		}
	}
}

test_allow_several if {
	every stage in expect.stages {
		every after in [{"vpc_zone_identifier": ["subnet-1", "subnet-2"]}, {"availability_zones": ["eu-west-1a", "eu-west-1b"]}, {}] {
			policy.deny == set() with input as expect.production(expect.resource("aws_autoscaling_group", stage, after))
		}
	}
}

test_allow_development if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_autoscaling_group", stage, {"vpc_zone_identifier": ["subnet-1"]})
	}
}

test_allow_other_types if {
	every after in [{"vpc_zone_identifier": ["subnet-1"]}, {"availability_zones": ["eu-west-1a"]}] {
		policy.deny == set() with input as expect.production(expect.resource("random_id", "plan", after))
	}
}
