package aws.ecr.scanning_test

import data.aws.ecr.scanning as policy
import data.lib.expect

test_deny_images_that_nobody_scans if {
	every stage in expect.stages {
		every after in [{}, {"image_scanning_configuration": [{"scan_on_push": false}]}] {
			policy.deny == {expect.finding("AWS-ECR-002", "aws_ecr_repository.it does not scan its images (scan_on_push)")} with input as expect.resource("aws_ecr_repository", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-ECR-002", "aws_ecr_repository.it does not scan its images (scan_on_push)")} with input as expect.unknown("aws_ecr_repository", {}, {"image_scanning_configuration": true})
}

test_allow_images_that_are_scanned if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_ecr_repository", stage, {"image_scanning_configuration": [{"scan_on_push": true}]})
	}
}

test_allow_other_types if {
	every after in [{}, {"image_scanning_configuration": [{"scan_on_push": false}]}] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {}, {"image_scanning_configuration": true})
}
