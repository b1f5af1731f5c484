package aws.s3.lifecycle_test

import data.aws.s3.lifecycle as policy
import data.lib.expect

test_deny_a_bucket_without_a_lifecycle if {
	every stage in expect.stages {
		every after in [{}, {"lifecycle_rule": [{"enabled": false}]}] {
			policy.deny == {expect.finding("AWS-S3-006", "aws_s3_bucket.it has no lifecycle")} with input as expect.resource("aws_s3_bucket", stage, after)
		}
	}
}

test_allow_a_lifecycle if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_s3_bucket", stage, {}, {"lifecycles": [expect.link("aws_s3_bucket_lifecycle_configuration", {})]})
		policy.deny == set() with input as expect.resource("aws_s3_bucket", stage, {"lifecycle_rule": [{"enabled": true}]})
	}
}

test_allow_what_nobody_can_tell if {
	policy.deny == set() with input as object.union(expect.resource("aws_s3_bucket", "plan", {}), {"unresolved": {"lifecycles": true}})
	policy.deny == set() with input as expect.unknown("aws_s3_bucket", {}, {"lifecycle_rule": [{"enabled": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
