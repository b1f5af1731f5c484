package aws.iam.inline_group_policies_test

import data.aws.iam.inline_group_policies as policy
import data.lib.expect

test_deny_a_policy_inside_a_group if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-025", "aws_iam_group_policy.it is a policy that lives in one group only")} with input as expect.resource("aws_iam_group_policy", stage, {"group": "admins"})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
