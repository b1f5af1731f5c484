package aws.iam.access_keys_test

import data.aws.iam.access_keys as policy
import data.lib.expect

test_deny_a_key if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-017", "aws_iam_access_key.it makes a key that does not expire, and its secret stands in the state")} with input as expect.resource("aws_iam_access_key", stage, {"user": "ci"})
	}
}

test_deny_a_key_of_root if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-017", "aws_iam_access_key.it makes a key for the root of the account")} with input as expect.resource("aws_iam_access_key", stage, {"user": "root"})
	}
}

test_allow_other_types_with_users if {
	policy.deny == set() with input as expect.resource("aws_iam_user_ssh_key", "synth", {"user": "jane"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
