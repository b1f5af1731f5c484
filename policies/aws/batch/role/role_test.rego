package aws.batch.role_test

import data.aws.batch.role as policy
import data.lib.expect

test_deny_a_job_without_a_role if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-BATCH-007", "aws_batch_job_definition.it acts as the machine it runs on (jobRoleArn)")} with input as expect.resource("aws_batch_job_definition", stage, {"container_properties": "{\"image\":\"web@sha256:0\"}"})
	}
}

test_deny_is_a_finding_when_another_value_is_unknown if {
	policy.deny == {expect.finding("AWS-BATCH-007", "aws_batch_job_definition.it acts as the machine it runs on (jobRoleArn)")} with input as expect.unknown("aws_batch_job_definition", {"container_properties": "{\"image\":\"web@sha256:0\"}"}, {"name": true})
}

test_allow_a_role if {
	every stage in expect.stages {
		every after in [{"container_properties": "{\"jobRoleArn\":\"${aws_iam_role.job.arn}\"}"}, {}] {
			policy.deny == set() with input as expect.resource("aws_batch_job_definition", stage, after)
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {"container_properties": "{\"image\":\"web@sha256:0\"}"})
	policy.deny == set() with input as expect.unknown("random_id", {"container_properties": "{\"image\":\"web@sha256:0\"}"}, {"name": true})
}
