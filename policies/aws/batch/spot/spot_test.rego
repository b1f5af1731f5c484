package aws.batch.spot_test

import data.aws.batch.spot as policy
import data.lib.expect

test_deny_what_goes_first if {
	every stage in expect.stages {
		every after in [
			{"compute_resources": [{"type": "SPOT"}]},
			{"compute_resources": [{"type": "SPOT", "allocation_strategy": "BEST_FIT_PROGRESSIVE"}]},
		] {
			policy.deny == {expect.finding("AWS-BATCH-001", "aws_batch_compute_environment.it takes the spot machines that go first (allocation_strategy)")} with input as expect.resource("aws_batch_compute_environment", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-BATCH-001", "aws_batch_compute_environment.it takes the spot machines that go first (allocation_strategy)")} with input as expect.unknown("aws_batch_compute_environment", {"compute_resources": [{"type": "SPOT"}]}, {"compute_resources": [{"allocation_strategy": true}]})
}

test_allow_what_lasts if {
	every stage in expect.stages {
		every after in [
			{"compute_resources": [{"type": "SPOT", "allocation_strategy": "SPOT_PRICE_CAPACITY_OPTIMIZED"}]},
			{"compute_resources": [{"type": "SPOT", "allocation_strategy": "SPOT_CAPACITY_OPTIMIZED"}]},
		] {
			policy.deny == set() with input as expect.resource("aws_batch_compute_environment", stage, after)
		}
	}
}

test_allow_what_is_never_taken_away if {
	every stage in expect.stages {
		every after in [{"compute_resources": [{"type": "EC2"}]}, {"compute_resources": [{"type": "FARGATE_SPOT"}]}, {}] {
			policy.deny == set() with input as expect.resource("aws_batch_compute_environment", stage, after)
		}
	}
}

test_allow_other_types if {
	every after in [
		{"compute_resources": [{"type": "SPOT"}]},
		{"compute_resources": [{"type": "SPOT", "allocation_strategy": "BEST_FIT_PROGRESSIVE"}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {"compute_resources": [{"type": "SPOT"}]}, {"compute_resources": [{"allocation_strategy": true}]})
}
