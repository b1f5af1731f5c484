package lib.iam_test

import data.lib.iam

all_of_a_kind := [
	"*", "**", "arn:aws:s3:::*", "arn:aws:s3:::*/*", "arn:aws:dynamodb:eu-west-1:111111111111:table/*",
	"arn:aws:sqs:eu-west-1:111111111111:*", "arn:aws:dynamodb:*", "arn:*", "arn:aws:iam::111111111111:role/?*",
	"arn:aws:dynamodb:eu-west-1:111111111111:table/*/index/byDay",
	"arn:aws:logs:eu-west-1:111111111111:log-group:*:log-stream:a",
	"arn:aws:lambda:eu-west-1:111111111111:function:*:live",
	"arn:aws:kinesis:eu-west-1:111111111111:stream/*/consumer/a",
]

named_ones := [
	"", "orders", "orders*", "table/*", "arn:aws:s3:::orders", "arn:aws:s3:::orders/*", "arn:aws:s3:::table/*/a",
	"arn:aws:dynamodb:eu-west-1:111111111111:table/orders", "arn:aws:dynamodb:eu-west-1:111111111111:table/orders*",
	"arn:aws:dynamodb:eu-west-1:111111111111:table/orders/index/*", "arn:aws:dynamodb:eu-west-1",
	"arn:aws:sqs:eu-west-1:111111111111:orders", "arn:aws:ecs:eu-west-1:111111111111:task/*/a",
]

test_every_one_of_a_kind_is_any if {
	every resource in all_of_a_kind {
		iam.any_resource(resource)
		iam.wide(resource)
	}
}

test_a_name_is_one if {
	every resource in named_ones {
		not iam.any_resource(resource)
		not iam.wide(resource)
	}
}

test_one_of_any_account_is_wide if {
	every resource in ["arn:aws:iam::*:role/deploy", "arn:aws:sqs:eu-west-1:*:orders"] {
		iam.wide(resource)
		not iam.any_resource(resource)
	}
	not iam.wide("sqs:eu-west-1:a:*:orders")
}

test_a_wildcard_counts_where_a_resource_could_be_named if {
	iam.wildcard_resources({"action": "s3:GetObject", "resource": ["*", "arn:aws:s3:::orders"]}) == {"*"}
	iam.wildcard_resources({"action": ["SNS:ListTopics", "s3:GetObject"], "resource": "*"}) == {"*"}
	iam.wildcard_resources({"action": "s3:GetObject", "notresource": ["arn:aws:s3:::a", "b"]}) == {"all but arn:aws:s3:::a", "all but b"}
	iam.wildcard_resources({"action": "s3:GetObject", "resource": "arn:aws:s3:::orders"}) == set()
}

test_it_does_not_where_a_condition_says_which_network if {
	count(iam.wildcard_resources({
		"action": "ec2:AssignPrivateIpAddresses",
		"resource": "arn:aws:ec2:us-east-1:111111111111:network-interface/*",
		"condition": {"ArnEquals": {"ec2:Vpc": "arn:aws:ec2:us-east-1:111111111111:vpc/vpc-1"}},
	})) == 0
}

test_it_does_not_where_a_condition_says_of_which_disks if {
	snapshots := "arn:aws:ec2:us-east-1::snapshot/*"
	iam.wildcard_resources({
		"action": "ec2:CreateSnapshots", "resource": snapshots,
		"condition": {"ArnLike": {"ec2:ParentVolume": "arn:aws:ec2:us-east-1:111111111111:volume/*"}},
	}) == set()
	iam.wildcard_resources({"action": "ec2:CreateSnapshots", "resource": snapshots}) == {snapshots}
}

test_it_does_not_where_a_condition_says_whose_images if {
	images := "arn:aws:ec2:us-east-1::image/*"
	iam.wildcard_resources({
		"action": "ec2:RunInstances", "resource": images,
		"condition": {"StringEquals": {"ec2:Owner": ["amazon", "111111111111"]}},
	}) == set()
	iam.wildcard_resources({"action": "ec2:RunInstances", "resource": images}) == {images}
}

test_it_does_not_for_a_machine_that_registers_itself if {
	machines := "arn:aws:ec2:us-east-1:111111111111:instance/*"
	iam.wildcard_resources({"action": "ssm:UpdateInstanceInformation", "resource": machines}) == set()
	iam.wildcard_resources({"action": "ssm:SendCommand", "resource": machines}) == {machines}
}

test_it_does_not_where_a_condition_chooses if {
	iam.wildcard_resources({
		"action": "s3:GetObject", "resource": "*",
		"condition": {"StringEquals": {"aws:ResourceAccount": "111111111111"}},
	}) == set()
}

test_nor_for_what_has_neither_a_name_nor_a_tag if {
	every kind in ["cache-policy", "origin-access-control", "response-headers-policy"] {
		resource := sprintf("arn:aws:cloudfront::111111111111:%s/*", [kind])
		iam.wildcard_resources({"action": "cloudfront:GetCachePolicy", "resource": resource}) == set()
	}
	of_any_account := "arn:aws:cloudfront::*:cache-policy/*"
	iam.wildcard_resources({"action": "cloudfront:GetCachePolicy", "resource": of_any_account}) == {of_any_account}
	distributions := "arn:aws:cloudfront::111111111111:distribution/*"
	iam.wildcard_resources({"action": "cloudfront:GetDistribution", "resource": distributions}) == {distributions}
}

zones := "arn:aws:route53:::hostedzone/*"

test_nor_for_what_aws_keeps_itself if {
	its_own := "arn:aws:ec2:eu-west-1:aws:prefix-list/*"
	iam.wildcard_resources({"action": "ec2:GetManagedPrefixListEntries", "resource": its_own}) == set()
	ours := "arn:aws:ec2:eu-west-1:111111111111:prefix-list/*"
	iam.wildcard_resources({"action": "ec2:GetManagedPrefixListEntries", "resource": ours}) == {ours}
}

test_nor_for_zones_and_their_changes if {
	every kind in ["change", "healthcheck", "hostedzone"] {
		resource := sprintf("arn:aws:route53:::%s/*", [kind])
		iam.wildcard_resources({"action": "route53:GetHostedZone", "resource": resource}) == set()
	}
}

test_it_does_for_whoever_changes_records_of_every_zone if {
	every action in ["route53:ChangeResourceRecordSets", "Route53:Change*", "route53:*", "*"] {
		iam.wildcard_resources({"action": ["route53:GetHostedZone", action], "resource": zones}) == {zones}
	}
	iam.wildcard_resources({"action": "route53:ChangeResourceRecordSets", "resource": "arn:aws:route53:::hostedzone/Z1"}) == set()
}

test_it_does_not_where_records_are_named if {
	iam.wildcard_resources({
		"action": "route53:ChangeResourceRecordSets", "resource": zones,
		"condition": {"ForAllValues:StringLike": {"route53:ChangeResourceRecordSetsNormalizedRecordNames": ["example.com", "*.example.com"]}},
	}) == set()
	every condition in [
		{"ForAllValues:StringLike": {"route53:ChangeResourceRecordSetsNormalizedRecordNames": ["a.example.com", "*"]}},
		{"ForAllValues:StringNotLike": {"route53:ChangeResourceRecordSetsNormalizedRecordNames": "example.com"}},
		{"ForAllValues:StringEquals": {"route53:ChangeResourceRecordSetsRecordTypes": "A"}},
	] {
		iam.wildcard_resources({"action": "route53:ChangeResourceRecordSets", "resource": zones, "condition": condition}) == {zones}
	}
}

nameless := [
	"backup-storage:MountCapsule",
	"cloudfront:CreateCachePolicy", "cloudfront:CreateMonitoringSubscription", "cloudfront:CreateOriginAccessControl",
	"cloudfront:CreateResponseHeadersPolicy", "cloudfront:DeleteMonitoringSubscription", "cloudfront:GetMonitoringSubscription",
	"cloudwatch:GetMetricData", "cloudwatch:ListMetrics", "cloudwatch:PutMetricData",
	"ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces",
	"ec2:DescribeSubnets", "ec2:DescribeVpcs", "ec2:ReplaceNetworkAclAssociation", "ssm:DescribeParameters",
	"ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets",
	"ecr:GetAuthorizationToken", "kms:ListAliases", "kms:ListKeys",
	"lambda:GetEventSourceMapping", "lambda:ListEventSourceMappings", "logs:DescribeLogGroups",
	"route53:CreateHealthCheck", "route53:CreateHostedZone",
	"s3:ListAllMyBuckets", "secretsmanager:GetRandomPassword", "sqs:ListQueues", "sns:ListTopics", "sts:GetCallerIdentity", "tag:GetResources",
	"xray:GetSamplingRules", "xray:GetSamplingStatisticSummaries", "xray:GetSamplingTargets",
	"xray:PutTelemetryRecords", "xray:PutTraceSegments",
]

test_nor_for_actions_that_iam_cannot_limit if {
	every action in nameless {
		iam.wildcard_resources({"action": action, "resource": "*"}) == set()
	}
	iam.wildcard_resources({"action": nameless, "resource": "*"}) == set()
}
