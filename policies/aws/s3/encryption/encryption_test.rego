package aws.s3.encryption_test

import data.aws.s3.encryption as policy
import data.lib.expect

test_deny_a_bucket_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-S3-001", "aws_s3_bucket.it does not say how it is encrypted")} with input as expect.resource("aws_s3_bucket", stage, {})
	}
}

test_allow_a_block_of_its_own if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_s3_bucket", stage, {"server_side_encryption_configuration": [{"rule": [{}]}]})
	}
}

test_allow_a_configuration_beside_the_bucket if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_s3_bucket", stage, {}, {"encryptions": [{"address": "aws_s3_bucket_server_side_encryption_configuration.other"}]})
	}
}

test_allow_a_block_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_s3_bucket", {}, {"server_side_encryption_configuration": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}

test_allow_what_nobody_can_link if {
	policy.deny == set() with input as object.union(expect.resource("aws_s3_bucket", "plan", {}), {"unresolved": {"encryptions": true}})
}
