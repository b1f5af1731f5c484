package aws.s3.names_test

import data.aws.s3.names as policy
import data.lib.expect

test_deny_a_dot if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-S3-010", "aws_s3_bucket.it has a dot in its name (orders.example)")} with input as expect.resource("aws_s3_bucket", stage, {"bucket": "orders.example"})
	}
}

test_allow_dashes if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_s3_bucket", stage, {"bucket": "orders-example"})
	}
}

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"bucket": "orders.example"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
