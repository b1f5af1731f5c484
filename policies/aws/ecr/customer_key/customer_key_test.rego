package aws.ecr.customer_key_test

import data.aws.ecr.customer_key as policy
import data.lib.expect

test_deny_the_key_of_the_service if {
	every stage in expect.stages {
		every after in [{}, {"encryption_configuration": [{"encryption_type": "AES256"}]}] {
			policy.deny == {expect.finding("AWS-ECR-003", "aws_ecr_repository.it is not encrypted with a key of ours (encryption_configuration)")} with input as expect.resource("aws_ecr_repository", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-ECR-003", "aws_ecr_repository.it is not encrypted with a key of ours (encryption_configuration)")} with input as expect.unknown("aws_ecr_repository", {}, {"encryption_configuration": true})
}

test_allow_a_key_of_ours if {
	every stage in expect.stages {
		every after in [{"encryption_configuration": [{"encryption_type": "KMS"}]}, {"encryption_configuration": [{"encryption_type": "KMS_DSSE"}]}] {
			policy.deny == set() with input as expect.resource("aws_ecr_repository", stage, after)
		}
	}
}

test_allow_other_types if {
	every after in [{}, {"encryption_configuration": [{"encryption_type": "AES256"}]}] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {}, {"encryption_configuration": true})
}
