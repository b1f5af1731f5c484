package aws.iam.console_users_test

import data.aws.iam.console_users as policy
import data.lib.expect

test_deny_a_login_profile if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-018", "aws_iam_user_login_profile.it lets a user of this account sign in by a password alone")} with input as expect.resource("aws_iam_user_login_profile", stage, {"user": "jane"})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
