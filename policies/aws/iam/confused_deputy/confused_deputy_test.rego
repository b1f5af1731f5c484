package aws.iam.confused_deputy_test

import data.aws.iam.confused_deputy as policy
import data.lib.expect

let_in(service, condition) := {"policy": expect.document({"Effect": "Allow", "Action": "sqs:SendMessage", "Principal": {"Service": service}, "Resource": "*", "Condition": condition})}

acts(service) := {expect.violation("AWS-IAM-011", $"aws_sqs_queue_policy.it lets {service} act for any of its customers")}

test_deny_a_service_without_a_source if {
	every stage in expect.stages {
		policy.deny == acts("sns.amazonaws.com") with input as expect.resource("aws_sqs_queue_policy", stage, let_in("sns.amazonaws.com", {}))
	}
}

test_deny_a_source_that_is_no_limit if {
	every condition in [
		{"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:*:*"}},
		{"ArnLike": {"aws:SourceArn": "*"}},
		{"StringEqualsIfExists": {"aws:SourceAccount": "111111111111"}},
		{"StringNotEquals": {"aws:SourceAccount": "111111111111"}},
		{"StringLike": {"aws:SourceAccount": ["111111111111", "*"]}},
		{"StringEquals": {"aws:SourceVpc": "vpc-1"}},
		{"Bool": {"aws:SecureTransport": "true"}},
	] {
		policy.deny == acts("sns.amazonaws.com") with input as expect.resource("aws_sqs_queue_policy", "plan", let_in("sns.amazonaws.com", condition))
	}
}

test_deny_a_bucket_of_nobody_in_particular if {
	every arn in ["arn:aws:s3:::orders", "${aws_s3_bucket.orders.arn}"] {
		policy.deny == acts("s3.amazonaws.com") with input as expect.resource("aws_sqs_queue_policy", "plan", let_in("s3.amazonaws.com", {"ArnEquals": {"aws:SourceArn": arn}}))
	}
}

test_deny_each_service_of_a_list if {
	policy.deny == acts("a.amazonaws.com") | acts("b.amazonaws.com") with input as expect.resource("aws_sqs_queue_policy", "plan", let_in(["a.amazonaws.com", "b.amazonaws.com"], {}))
}

test_allow_a_source_that_is_named if {
	every condition in [
		{"ArnEquals": {"aws:SourceArn": "arn:aws:sns:eu-west-1:111111111111:orders"}},
		{"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:111111111111:*"}},
		{"ArnEquals": {"aws:SourceArn": "${aws_sns_topic.orders.arn}"}},
		{"StringEquals": {"aws:SourceAccount": "111111111111"}},
		{"StringEquals": {"AWS:SourceOwner": "111111111111"}},
		{"StringEquals": {"aws:SourceOrgID": "o-a1b2c3d4e5"}},
		{"StringEquals": {"aws:SourceAccount": "${aws:ResourceAccount}"}},
		{"ForAnyValue:StringLike": {"aws:SourceOrgPaths": "o-a1b2c3d4e5/*"}},
		{"ArnEquals": {"kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-1:111111111111:log-group:orders"}},
		{"ArnLike": {"kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:111111111111:trail/*"}},
		{"StringEquals": {"kms:CallerAccount": "111111111111"}},
	] {
		policy.deny == set() with input as expect.resource("aws_sqs_queue_policy", "plan", let_in("sns.amazonaws.com", condition))
	}
}

test_deny_an_encryption_context_of_anybody if {
	every condition in [
		{"ArnLike": {"kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:*:*:*"}},
		{"StringEquals": {"kms:EncryptionContext:SecretARN": "*"}},
	] {
		policy.deny == acts("logs.eu-west-1.amazonaws.com") with input as expect.resource("aws_sqs_queue_policy", "plan", let_in("logs.eu-west-1.amazonaws.com", condition))
	}
}

test_allow_the_account_of_a_bucket if {
	every condition in [
		{"StringEquals": {"aws:SourceAccount": "111111111111"}, "ArnLike": {"aws:SourceArn": "arn:aws:s3:::orders"}},
		{"StringEquals": {"aws:SourceOrgID": "o-a1b2c3d4e5"}},
	] {
		policy.deny == set() with input as expect.resource("aws_sqs_queue_policy", "plan", let_in("s3.amazonaws.com", condition))
	}
}

test_allow_services_that_send_no_source if {
	every service in ["cloudfront.amazonaws.com.example", "logdelivery.elasticloadbalancing.amazonaws.com"] {
		expected := {true: set(), false: acts(service)}[service == "logdelivery.elasticloadbalancing.amazonaws.com"]
		policy.deny == expected with input as expect.resource("aws_sqs_queue_policy", "plan", let_in(service, {}))
	}
}

test_allow_opening_log_streams_alone if {
	expected := {"logs:CreateLogStream": set(), "logs:PutLogEvents": acts("events.amazonaws.com")}
	every action, found in expected {
		statement := {"Effect": "Allow", "Action": [action], "Principal": {"Service": "events.amazonaws.com"}, "Resource": "*"}
		policy.deny == found with input as expect.resource("aws_sqs_queue_policy", "plan", {"policy": expect.document(statement)})
	}
	both := {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Principal": {"Service": "events.amazonaws.com"}, "Resource": "*"}
	policy.deny == acts("events.amazonaws.com") with input as expect.resource("aws_sqs_queue_policy", "plan", {"policy": expect.document(both)})
}

test_allow_other_principals_and_denials if {
	every statement in [
		{"Effect": "Allow", "Action": "sqs:SendMessage", "Principal": {"AWS": "arn:aws:iam::111111111111:role/x"}, "Resource": "*"},
		{"Effect": "Allow", "Action": "sqs:SendMessage", "Principal": {"Service": "*"}, "Resource": "*"},
		{"Effect": "Deny", "Action": "sqs:SendMessage", "Principal": {"Service": "sns.amazonaws.com"}, "Resource": "*"},
	] {
		policy.deny == set() with input as expect.resource("aws_sqs_queue_policy", "plan", {"policy": expect.document(statement)})
	}
}

test_deny_nothing_of_an_unknown_document if {
	policy.deny == set() with input as expect.unknown("aws_sqs_queue_policy", {}, {"policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
