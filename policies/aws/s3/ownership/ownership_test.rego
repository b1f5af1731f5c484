package aws.s3.ownership_test

import data.aws.s3.ownership as policy
import data.lib.expect

test_deny_acls if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-S3-008", "aws_s3_bucket_ownership_controls.it leaves ACLs on (ObjectWriter)")} with input as expect.resource("aws_s3_bucket_ownership_controls", stage, {"rule": [{"object_ownership": "ObjectWriter"}]})
	}
}

test_allow_the_owner_alone if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_s3_bucket_ownership_controls", stage, {"rule": [{"object_ownership": "BucketOwnerEnforced"}]})
	}
}

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"rule": [{"object_ownership": "ObjectWriter"}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
