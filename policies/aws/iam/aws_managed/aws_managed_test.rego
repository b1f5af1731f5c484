package aws.iam.aws_managed_test

import data.aws.iam.aws_managed as policy
import data.lib.expect

test_deny_a_policy_of_aws if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-020", "aws_iam_role_policy_attachment.it attaches service-role/AWSLambdaBasicExecutionRole, which AWS widens when it likes")} with input as expect.resource("aws_iam_role_policy_attachment", stage, {"policy_arn": "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"})
	}
}

test_deny_each_of_a_list if {
	policy.deny == {expect.violation("AWS-IAM-020", $"aws_iam_role.it attaches {name}, which AWS widens when it likes") | some name in ["ReadOnlyAccess", "SecurityAudit"]} with input as expect.resource("aws_iam_role", "plan", {"managed_policy_arns": ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/SecurityAudit"]})
}

test_allow_ones_own_and_leave_full_access_to_its_rule if {
	every arn in ["arn:aws:iam::111111111111:policy/deploy", "arn:aws:iam::aws:policy/AmazonS3FullAccess"] {
		policy.deny == set() with input as expect.resource("aws_iam_role_policy_attachment", "plan", {"policy_arn": arn})
	}
	policy.deny == set() with input as expect.unknown("aws_iam_role_policy_attachment", {}, {"policy_arn": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
