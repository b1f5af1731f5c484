package aws.batch.public_address_test

import data.aws.batch.public_address as policy
import data.lib.expect

test_deny_public_addresses if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-BATCH-008", "aws_batch_job_definition.it gives its jobs public addresses (assignPublicIp)")} with input as expect.resource("aws_batch_job_definition", stage, {"container_properties": "{\"networkConfiguration\":{\"assignPublicIp\":\"ENABLED\"}}"})
	}
}

test_allow_private_addresses if {
	every stage in expect.stages {
		every after in [{"container_properties": "{\"networkConfiguration\":{\"assignPublicIp\":\"DISABLED\"}}"}, {"container_properties": "{}"}, {}] {
			policy.deny == set() with input as expect.resource("aws_batch_job_definition", stage, after)
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {"container_properties": "{\"networkConfiguration\":{\"assignPublicIp\":\"ENABLED\"}}"})
}
