package aws.iam.session_duration_test

import data.aws.iam.session_duration as policy
import data.lib.expect

test_deny_a_long_session if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-023", "aws_iam_role.it gives credentials for 14401 seconds")} with input as expect.resource("aws_iam_role", stage, {"max_session_duration": 14401})
	}
}

test_allow_a_short_one_and_the_default if {
	policy.deny == set() with input as expect.resource("aws_iam_role", "plan", {"max_session_duration": 14400})
	policy.deny == set() with input as expect.resource("aws_iam_role", "plan", {})
}

test_deny_nothing_of_an_unknown_duration if {
	policy.deny == set() with input as expect.unknown("aws_iam_role", {}, {"max_session_duration": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}

# What stands for a sensitive value is a text, and a text is more than any number.
test_allow_a_sensitive_duration if {
	policy.deny == set() with input as expect.resource("aws_iam_role", "plan", {"max_session_duration": "(sensitive)"})
}
