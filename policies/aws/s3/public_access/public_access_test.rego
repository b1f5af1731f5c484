package aws.s3.public_access_test

import data.aws.s3.public_access as policy
import data.lib.expect

test_deny_a_bucket_without_a_block if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-S3-003", "aws_s3_bucket.it does not block public access")} with input as expect.resource("aws_s3_bucket", stage, {})
	}
}

test_deny_two_switches_off if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-S3-003", "aws_s3_bucket_public_access_block.it leaves block_public_policy off"), expect.finding("AWS-S3-003", "aws_s3_bucket_public_access_block.it leaves restrict_public_buckets off")} with input as expect.resource("aws_s3_bucket_public_access_block", stage, {"block_public_acls": true, "block_public_policy": false, "ignore_public_acls": true})
	}
}

test_deny_each_switch_off if {
	every stage in expect.stages {
		every name in switches {
			after := {other: true | some other in switches; other != name}
			policy.deny == {expect.finding("AWS-S3-003", $"aws_s3_bucket_public_access_block.it leaves {name} off")} with input as expect.resource("aws_s3_bucket_public_access_block", stage, after)
		}
	}
}

test_allow_all_four if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_s3_bucket_public_access_block", stage, {"block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true, "restrict_public_buckets": true})
	}
}

test_allow_a_bucket_with_a_block if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_s3_bucket", stage, {}, {"blocks": [{"address": "aws_s3_bucket_public_access_block.other"}]})
	}
}

test_allow_switches_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_s3_bucket_public_access_block", {"block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true}, {"restrict_public_buckets": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}

test_allow_each_switch_known_only_after_apply if {
	every name in switches {
		after := {other: true | some other in switches; other != name}
		policy.deny == set() with input as expect.unknown("aws_s3_bucket_public_access_block", after, {name: true})
	}
}

switches := {"block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"}
