package aws.iam.shared_with_account_test

import data.aws.iam.shared_with_account as policy
import data.lib.expect

sharing(name, more) := {"policy": expect.document(object.union({"Effect": "Allow", "Action": "sns:Subscribe", "Principal": {"AWS": name}, "Resource": "arn:aws:sns:eu-west-1:111111111111:orders"}, more))}

everybody := {expect.violation("AWS-IAM-027", "aws_sns_topic_policy.it lets in everybody of account 222222222222")}

test_deny_another_account if {
	every name in ["222222222222", "arn:aws:iam::222222222222:root", ["arn:aws:iam::111111111111:root", "222222222222"]] {
		every stage in expect.stages {
			policy.deny == everybody with input as expect.resource("aws_sns_topic_policy", stage, sharing(name, {}))
		}
	}
}

test_deny_a_condition_that_names_nobody if {
	policy.deny == everybody with input as expect.resource("aws_sns_topic_policy", "plan", sharing("222222222222", {"Condition": {"StringLike": {"aws:PrincipalArn": "*"}}}))
}

test_allow_its_own_account_a_role_and_a_condition if {
	policy.deny == set() with input as expect.resource("aws_sns_topic_policy", "plan", sharing("111111111111", {}))
	policy.deny == set() with input as expect.resource("aws_sns_topic_policy", "plan", sharing("arn:aws:iam::222222222222:role/orders", {}))
	policy.deny == set() with input as expect.resource("aws_sns_topic_policy", "plan", sharing("222222222222", {"Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}))
	policy.deny == set() with input as expect.resource("aws_sns_topic_policy", "plan", sharing("222222222222", {"Effect": "Deny"}))
}

test_allow_where_nobody_knows_whose_it_is if {
	every resource in ["*", "arn:aws:s3:::orders/*", "${aws_sns_topic.orders.arn}"] {
		policy.deny == set() with input as expect.resource("aws_sns_topic_policy", "plan", sharing("222222222222", {"Resource": resource}))
	}
}

test_deny_nothing_of_an_unknown_document if {
	policy.deny == set() with input as expect.unknown("aws_sns_topic_policy", {}, {"policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
