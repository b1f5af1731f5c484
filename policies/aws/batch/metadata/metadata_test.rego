package aws.batch.metadata_test

import data.aws.batch.metadata as policy
import data.lib.expect

test_deny_machines_without_a_template if {
	every stage in expect.stages {
		every after in [{"compute_resources": [{"type": "EC2"}]}, {"compute_resources": [{"type": "SPOT", "launch_template": []}]}] {
			policy.deny == {expect.finding("AWS-BATCH-002", "aws_batch_compute_environment.it starts machines without a launch template (IMDSv1)")} with input as expect.resource("aws_batch_compute_environment", stage, after)
		}
	}
}

test_allow_machines_from_a_template if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_batch_compute_environment", stage, {"compute_resources": [{"type": "EC2", "launch_template": [{"version": "1"}]}]})
	}
}

test_allow_fargate if {
	every stage in expect.stages {
		every after in [{"compute_resources": [{"type": "FARGATE"}]}, {}] {
			policy.deny == set() with input as expect.resource("aws_batch_compute_environment", stage, after)
		}
	}
}

test_allow_other_types if {
	every after in [{"compute_resources": [{"type": "EC2"}]}, {"compute_resources": [{"type": "SPOT", "launch_template": []}]}] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
}
