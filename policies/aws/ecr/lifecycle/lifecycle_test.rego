package aws.ecr.lifecycle_test

import data.aws.ecr.lifecycle as policy
import data.lib.expect

test_allow_images_that_may_end if {
	policy.deny == set() with input as object.union(expect.resource("aws_ecr_repository", "plan", {}), {"unresolved": {"lifecycles": true}})
}

test_deny_images_for_ever if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-ECR-004", "aws_ecr_repository.it keeps every image for ever (aws_ecr_lifecycle_policy)")} with input as expect.resource("aws_ecr_repository", stage, {})
	}
}

test_allow_images_that_end if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_ecr_repository", stage, {}, {"lifecycles": [expect.link("aws_ecr_lifecycle_policy", {})]})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {})
}
