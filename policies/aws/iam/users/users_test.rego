package aws.iam.users_test

import data.aws.iam.users as policy
import data.lib.expect

test_deny_a_user if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-016", "aws_iam_user.it is a user of this account alone, with credentials that do not expire")} with input as expect.resource("aws_iam_user", stage, {"name": "jane"})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
