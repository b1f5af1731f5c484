package aws.iam.managed_admin_test

import data.aws.iam.managed_admin as policy
import data.lib.expect

test_deny_each_administrator_of_aws if {
	every name, what in {
		"AdministratorAccess": "everything",
		"AdministratorAccess-AWSElasticBeanstalk": "passing roles and handling policies",
		"AdministratorAccess-Amplify": "passing roles and handling policies",
		"AWSOrganizationsFullAccess": "handling every account of the organisation",
		"IAMFullAccess": "giving itself any right",
		"PowerUserAccess": "everything but IAM",
		"job-function/SystemAdministrator": "passing roles and running any workload",
	} {
		every stage in expect.stages {
			policy.deny == {expect.violation("AWS-IAM-004", $"aws_iam_role_policy_attachment.it attaches {name}, which allows {what}")} with input as expect.resource("aws_iam_role_policy_attachment", stage, {"policy_arn": $"arn:aws:iam::aws:policy/{name}"})
		}
	}
}

test_deny_in_a_role_itself_and_in_another_partition if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-004", "aws_iam_role.it attaches IAMFullAccess, which allows giving itself any right")} with input as expect.resource("aws_iam_role", stage, {"managed_policy_arns": ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:${data.aws_partition.it.partition}:iam::aws:policy/IAMFullAccess"]})
	}
}

test_allow_other_policies if {
	every arn in ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::111111111111:policy/AdministratorAccess", "arn:aws:iam::aws:policy/service-role/AdministratorAccess"] {
		every stage in expect.stages {
			policy.deny == set() with input as expect.resource("aws_iam_role_policy_attachment", stage, {"policy_arn": arn})
		}
	}
}

test_allow_a_policy_that_is_made_in_the_same_stack if {
	policy.deny == set() with input as expect.unknown("aws_iam_role_policy_attachment", {}, {"policy_arn": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
