package aws.rds.serverless_test

import data.aws.rds.serverless as policy
import data.lib.expect

test_deny_a_large_bound if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-RDS-010", "aws_rds_cluster.it may scale to 65 capacity units (64 are usual at most)")} with input as expect.resource("aws_rds_cluster", stage, {"serverlessv2_scaling_configuration": [{"max_capacity": 65}]})
	}
}

test_allow_what_is_usual if {
	every stage in expect.stages {
		every after in [{"serverlessv2_scaling_configuration": [{"max_capacity": 64}]}, {}] {
			policy.deny == set() with input as expect.resource("aws_rds_cluster", stage, after)
		}
	}
}

# What stands for a sensitive value is a text, and a text is more than any number.
test_allow_a_sensitive_bound if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_rds_cluster", stage, {"serverlessv2_scaling_configuration": [{"max_capacity": "(sensitive)"}]})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"serverlessv2_scaling_configuration": [{"max_capacity": 65}]})
}
