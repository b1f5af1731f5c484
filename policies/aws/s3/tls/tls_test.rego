package aws.s3.tls_test

import data.aws.s3.tls as policy
import data.lib.expect

test_deny_a_bucket_without_a_policy if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-S3-002", "aws_s3_bucket.it accepts calls that are not encrypted in transit")} with input as expect.resource("aws_s3_bucket", stage, {})
	}
}

test_allow_a_policy_of_its_own if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_s3_bucket", stage, {"policy": expect.tls("*")})
	}
}

test_allow_a_policy_resource_that_refuses_plaintext if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_s3_bucket", stage, {}, {"policies": [expect.link("aws_s3_bucket_policy", {"policy": expect.tls("s3:*")})]})
	}
}

test_deny_is_a_finding_when_the_policy_is_unknown if {
	other := object.union(expect.link("aws_s3_bucket_policy", {}), {"unknown": {"policy": true}})
	policy.deny == {expect.finding("AWS-S3-002", "aws_s3_bucket.it accepts calls that are not encrypted in transit")} with input as expect.linked("aws_s3_bucket", "plan", {}, {"policies": [other]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}

refuses(resources) := expect.document(object.union(
	{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Condition": {"BoolIfExists": {"aws:SecureTransport": "false"}}},
	resources,
))

test_deny_a_refusal_of_a_part if {
	every resources in [
		{"Resource": "arn:aws:s3:::orders"},
		{"Resource": "arn:aws:s3:::orders/*"},
		{"Resource": ["arn:aws:s3:::orders", "arn:aws:s3:::orders/private/*"]},
		{"NotResource": "arn:aws:s3:::orders/*"},
	] {
		policy.deny == {expect.finding("AWS-S3-002", "aws_s3_bucket.it accepts calls that are not encrypted in transit")} with input as expect.resource("aws_s3_bucket", "plan", {"policy": refuses(resources)})
	}
}

test_allow_a_refusal_of_bucket_and_objects if {
	every resources in [
		{"Resource": "*"},
		{"Resource": "arn:aws:s3:::orders*"},
		{"Resource": ["${aws_s3_bucket.orders.arn}", "${aws_s3_bucket.orders.arn}/*"]},
	] {
		policy.deny == set() with input as expect.resource("aws_s3_bucket", "synth", {"policy": refuses(resources)})
	}
}
