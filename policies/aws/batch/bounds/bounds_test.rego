package aws.batch.bounds_test

import data.aws.batch.bounds as policy
import data.lib.expect

test_deny_many_cores if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-BATCH-003", "aws_batch_compute_environment.it may take 257 cores (256 are usual at most)")} with input as expect.resource("aws_batch_compute_environment", stage, {"compute_resources": [{"max_vcpus": 257}]})
	}
}

test_deny_cores_at_rest if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-BATCH-003", "aws_batch_compute_environment.it keeps 1 cores with nothing to do (min_vcpus)")} with input as expect.resource("aws_batch_compute_environment", stage, {"compute_resources": [{"min_vcpus": 1}]})
	}
}

test_allow_what_is_bounded if {
	every stage in expect.stages {
		every after in [{"compute_resources": [{"max_vcpus": 256, "min_vcpus": 0}]}, {"compute_resources": [{}]}, {}] {
			policy.deny == set() with input as expect.resource("aws_batch_compute_environment", stage, after)
		}
	}
}

test_allow_a_sensitive_number if {
	every stage in expect.stages {
		every after in [{"compute_resources": [{"max_vcpus": "(sensitive)"}]}, {"compute_resources": [{"min_vcpus": "(sensitive)"}]}] {
			policy.deny == set() with input as expect.resource("aws_batch_compute_environment", stage, after)
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {"compute_resources": [{"max_vcpus": 257}]})
	policy.deny == set() with input as expect.resource("random_id", "plan", {"compute_resources": [{"min_vcpus": 1}]})
}
