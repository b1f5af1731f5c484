package aws.iam.user_policies_test

import data.aws.iam.user_policies as policy
import data.lib.expect

test_deny_rights_of_one_user if {
	every type in ["aws_iam_user_policy", "aws_iam_user_policy_attachment", "aws_iam_user_policy_attachments_exclusive"] {
		every stage in expect.stages {
			policy.deny == {expect.violation("AWS-IAM-019", $"{type}.it gives rights to one user")} with input as expect.resource(type, stage, {"user": "jane"})
		}
	}
}

test_deny_users_of_an_attachment if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-019", "aws_iam_policy_attachment.it gives rights to single users")} with input as expect.resource("aws_iam_policy_attachment", stage, {"users": ["jane"]})
	}
}

test_allow_roles_and_groups if {
	every after in [{"users": [], "roles": ["deploy"]}, {"groups": ["admins"]}] {
		policy.deny == set() with input as expect.resource("aws_iam_policy_attachment", "plan", after)
	}
	policy.deny == set() with input as expect.resource("aws_iam_role_policy_attachment", "plan", {"users": ["jane"]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
