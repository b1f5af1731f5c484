package aws.iam.wildcard_resources_test

import data.aws.iam.wildcard_resources as policy
import data.lib.expect

test_deny_every_queue if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-003", "aws_iam_policy.it allows its actions on resource *")} with input as expect.resource("aws_iam_policy", stage, {"policy": expect.document({"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*"})})
	}
}

test_deny_every_table_of_an_account if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-003", "aws_iam_role_policy.it allows its actions on resource arn:aws:dynamodb:eu-west-1:1:table/*")} with input as expect.resource("aws_iam_role_policy", stage, {"policy": expect.document({"Effect": "Allow", "Action": "dynamodb:PutItem", "Resource": ["arn:aws:dynamodb:eu-west-1:1:table/*"]})})
	}
}

test_deny_one_nameable_action_among_others if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-003", "aws_iam_role.it allows its actions on resource *")} with input as expect.resource("aws_iam_role", stage, {"inline_policy": [{"policy": expect.document({"Effect": "Allow", "Action": ["xray:PutTraceSegments", "sqs:SendMessage"], "Resource": "*"})}]})
	}
}

test_deny_not_resource if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-003", "aws_iam_policy.it allows its actions on resource all but arn:aws:s3:::secret/*")} with input as expect.resource("aws_iam_policy", stage, {"policy": expect.document({"Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::secret/*"})})
	}
}

test_allow_actions_that_cannot_be_limited if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_iam_policy", stage, {"policy": expect.document({"Effect": "Allow", "Action": ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], "Resource": "*"})})
	}
}

test_allow_everything_below_a_name if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_iam_policy", stage, {"policy": expect.document({"Effect": "Allow", "Action": ["s3:GetObject", "logs:PutLogEvents"], "Resource": ["arn:aws:s3:::orders/*", "arn:aws:logs:eu-west-1:1:log-group:/aws/lambda/orders:*", "${aws_cloudwatch_log_group.g.arn}:*"]})})
	}
}

test_deny_nothing_of_an_unknown_document if {
	policy.deny == set() with input as expect.unknown("aws_iam_policy", {}, {"policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}

test_deny_a_part_of_every_one_of_a_kind if {
	every resource in [
		"arn:aws:dynamodb:eu-west-1:111111111111:table/*/index/byDay",
		"arn:aws:dynamodb:eu-west-1:111111111111:table/*/index/*",
		"arn:aws:logs:eu-west-1:111111111111:log-group:*:log-stream:*",
		"arn:aws:lambda:eu-west-1:111111111111:function:*:live",
		"arn:aws:dynamodb:*",
		"arn:*",
	] {
		policy.deny == {expect.violation("AWS-IAM-003", $"aws_iam_policy.it allows its actions on resource {resource}")} with input as expect.resource("aws_iam_policy", "plan", {"policy": expect.document({"Effect": "Allow", "Action": "dynamodb:Query", "Resource": resource})})
	}
}

test_allow_every_resource_with_a_tag if {
	policy.deny == set() with input as expect.resource("aws_iam_policy", "plan", {"policy": expect.document({"Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceTag/team": "orders"}}})})
	policy.deny == {expect.violation("AWS-IAM-003", "aws_iam_policy.it allows its actions on resource *")} with input as expect.resource("aws_iam_policy", "plan", {"policy": expect.document({"Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "*", "Condition": {"StringEquals": {"aws:RequestedRegion": "eu-west-1"}}})})
}

test_allow_making_what_is_tagged if {
	policy.deny == set() with input as expect.resource("aws_iam_policy", "plan", {"policy": expect.document({"Effect": "Allow", "Action": "kms:CreateKey", "Resource": "*", "Condition": {"StringEquals": {"aws:RequestTag/environment": "dev"}}})})
}

test_allow_what_logs_deliver_by if {
	policy.deny == set() with input as expect.resource("aws_iam_policy", "plan", {"policy": expect.document({"Effect": "Allow", "Action": ["logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeResourcePolicies", "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:UpdateLogDelivery", "application-autoscaling:DescribeScalableTargets", "application-autoscaling:DescribeScalingPolicies"], "Resource": "*"})})
}

test_deny_nothing_that_a_deny_takes_back if {
	policy.deny == set() with input as expect.resource("aws_iam_policy", "plan", {"policy": json.marshal({"Statement": [{"Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "*"}, {"Effect": "Deny", "NotAction": "s3:*", "Resource": "*"}]})})
}
