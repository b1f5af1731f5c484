package aws.s3.force_destroy_test

import data.aws.s3.force_destroy as policy
import data.lib.expect

test_deny_a_bucket_that_is_emptied if {
	every stage in expect.stages {
		every tags in [{}, {"environment": "prod"}] {
			policy.deny == {expect.finding("AWS-S3-011", "aws_s3_bucket.it would be deleted with everything in it")} with input as expect.resource("aws_s3_bucket", stage, {"force_destroy": true, "tags_all": tags})
		}
	}
}

test_allow_a_bucket_that_stays if {
	every stage in expect.stages {
		every after in [{}, {"force_destroy": false}, {"force_destroy": true, "tags_all": {"environment": "dev"}}] {
			policy.deny == set() with input as expect.resource("aws_s3_bucket", stage, after)
		}
	}
}

# The driver withdraws this finding: the tag may say that the environment may be thrown away.
test_deny_is_a_finding_when_the_tag_is_unknown if {
	policy.deny == {expect.finding("AWS-S3-011", "aws_s3_bucket.it would be deleted with everything in it")} with input as expect.unknown("aws_s3_bucket", {"force_destroy": true}, {"tags_all": {"environment": true}})
}

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"force_destroy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
