package aws.ecr.immutable_tags_test

import data.aws.ecr.immutable_tags as policy
import data.lib.expect

test_deny_tags_that_move if {
	every stage in expect.stages {
		every after in [{}, {"image_tag_mutability": "MUTABLE"}] {
			policy.deny == {expect.finding("AWS-ECR-001", "aws_ecr_repository.it lets tags move (image_tag_mutability)")} with input as expect.resource("aws_ecr_repository", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-ECR-001", "aws_ecr_repository.it lets tags move (image_tag_mutability)")} with input as expect.unknown("aws_ecr_repository", {}, {"image_tag_mutability": true})
}

test_allow_tags_that_stay if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_ecr_repository", stage, {"image_tag_mutability": "IMMUTABLE"})
	}
}

test_allow_other_types if {
	every after in [{}, {"image_tag_mutability": "MUTABLE"}] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {}, {"image_tag_mutability": true})
}
