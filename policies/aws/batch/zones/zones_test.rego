package aws.batch.zones_test

import data.aws.batch.zones as policy
import data.lib.expect

test_deny_one_subnet if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-BATCH-004", "aws_batch_compute_environment.it is in one subnet only")} with input as expect.production(expect.resource("aws_batch_compute_environment", stage, {"compute_resources": [{"subnets": ["subnet-1"]}]}))
	}
}

test_allow_several if {
	every stage in expect.stages {
		every after in [{"compute_resources": [{"subnets": ["subnet-1", "subnet-2"]}]}, {}] {
			policy.deny == set() with input as expect.production(expect.resource("aws_batch_compute_environment", stage, after))
		}
	}
}

test_allow_development if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_batch_compute_environment", stage, {"compute_resources": [{"subnets": ["subnet-1"]}]})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.production(expect.resource("random_id", "plan", {"compute_resources": [{"subnets": ["subnet-1"]}]}))
}
