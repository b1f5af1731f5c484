package aws.batch.attempts_test

import data.aws.batch.attempts as policy
import data.lib.expect

test_deny_a_single_attempt if {
	every stage in expect.stages {
		every after in [{}, {"retry_strategy": [{"attempts": 1}]}, {"retry_strategy": [{"attempts": "(sensitive)"}]}] {
			policy.deny == {expect.finding("AWS-BATCH-006", "aws_batch_job_definition.it is tried once only (retry_strategy)")} with input as expect.resource("aws_batch_job_definition", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-BATCH-006", "aws_batch_job_definition.it is tried once only (retry_strategy)")} with input as expect.unknown("aws_batch_job_definition", {}, {"retry_strategy": [{"attempts": true}]})
}

test_allow_another_attempt if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_batch_job_definition", stage, {"retry_strategy": [{"attempts": 2}]})
	}
}

test_allow_other_types if {
	every after in [{}, {"retry_strategy": [{"attempts": 1}]}, {"retry_strategy": [{"attempts": "(sensitive)"}]}] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {}, {"retry_strategy": [{"attempts": true}]})
}
