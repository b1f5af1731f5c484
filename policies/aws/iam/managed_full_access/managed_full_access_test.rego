package aws.iam.managed_full_access_test

import data.aws.iam.managed_full_access as policy
import data.lib.expect

test_deny_full_access if {
	every name in ["AmazonS3FullAccess", "AWSLambda_FullAccess", "AmazonSQSFullAccess"] {
		every stage in expect.stages {
			policy.deny == {expect.violation("AWS-IAM-021", $"aws_iam_group_policy_attachment.it attaches {name}: every action of a service on every resource")} with input as expect.resource("aws_iam_group_policy_attachment", stage, {"policy_arn": $"arn:aws:iam::aws:policy/{name}"})
		}
	}
}

test_allow_less_and_ones_own if {
	every arn in ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess", "arn:aws:iam::111111111111:policy/S3FullAccess"] {
		policy.deny == set() with input as expect.resource("aws_iam_group_policy_attachment", "plan", {"policy_arn": arn})
	}
	policy.deny == set() with input as expect.unknown("aws_iam_role_policy_attachment", {}, {"policy_arn": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
