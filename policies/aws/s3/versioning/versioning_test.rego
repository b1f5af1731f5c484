package aws.s3.versioning_test

import data.aws.s3.versioning as policy
import data.lib.expect

test_deny_a_bucket_without_versions if {
	every stage in expect.stages {
		every after in [{}, {"versioning": [{"enabled": false}]}] {
			policy.deny == {expect.finding("AWS-S3-005", "aws_s3_bucket.it keeps no versions of its objects")} with input as expect.resource("aws_s3_bucket", stage, after)
		}
	}
}

test_deny_suspended_versions if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-S3-005", "aws_s3_bucket_versioning.it has the status Suspended: a delete is final")} with input as expect.resource("aws_s3_bucket_versioning", stage, {"versioning_configuration": [{"status": "Suspended"}]})
	}
}

test_allow_versions if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_s3_bucket", stage, {"versioning": [{"enabled": true}]})
		policy.deny == set() with input as expect.linked("aws_s3_bucket", stage, {}, {"versionings": [expect.link("aws_s3_bucket_versioning", {})]})
		policy.deny == set() with input as expect.resource("aws_s3_bucket_versioning", stage, {"versioning_configuration": [{"status": "Enabled"}]})
	}
}

test_allow_what_nobody_can_tell if {
	policy.deny == set() with input as object.union(expect.resource("aws_s3_bucket", "plan", {}), {"unresolved": {"versionings": true}})
	policy.deny == set() with input as expect.unknown("aws_s3_bucket", {}, {"versioning": [{"enabled": true}]})
	policy.deny == set() with input as expect.unknown("aws_s3_bucket_versioning", {}, {"versioning_configuration": [{"status": true}]})
}

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"versioning_configuration": [{"status": "Suspended"}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
