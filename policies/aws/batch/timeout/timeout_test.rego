package aws.batch.timeout_test

import data.aws.batch.timeout as policy
import data.lib.expect

test_deny_a_job_without_an_end if {
	every stage in expect.stages {
		every after in [{}, {"timeout": []}] {
			policy.deny == {expect.finding("AWS-BATCH-005", "aws_batch_job_definition.it may run for ever (timeout)")} with input as expect.resource("aws_batch_job_definition", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-BATCH-005", "aws_batch_job_definition.it may run for ever (timeout)")} with input as expect.unknown("aws_batch_job_definition", {}, {"timeout": [{"attempt_duration_seconds": true}]})
}

test_allow_a_job_that_ends if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_batch_job_definition", stage, {"timeout": [{"attempt_duration_seconds": 3600}]})
	}
}

test_allow_other_types if {
	every after in [{}, {"timeout": []}] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {}, {"timeout": [{"attempt_duration_seconds": true}]})
}
