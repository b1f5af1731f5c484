package aws.sns.tls_test

import data.aws.sns.tls as policy
import data.lib.expect

found := {expect.finding("AWS-SNS-002", "aws_sns_topic.it accepts messages that are not encrypted in transit")}

statement := {
	"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": "*",
	"Condition": {"Bool": {"aws:SecureTransport": "false"}},
}

topic(stage, change) := expect.linked("aws_sns_topic", stage, {}, {"policies": [expect.link("aws_sns_topic_policy", {"policy": expect.document(object.union(statement, change))})]})

test_deny_a_topic_without_a_policy if {
	every stage in expect.stages {
		policy.deny == found with input as expect.resource("aws_sns_topic", stage, {})
	}
}

test_deny_policies_that_refuse_something_else if {
	every stage in expect.stages {
		every change in [{"Effect": "Allow"}, {"Principal": {"AWS": "arn:aws:iam::1:role/x"}}, {"Action": "sns:Subscribe"}, {"Condition": {"Bool": {"aws:SecureTransport": "true"}}}, {"NotPrincipal": {"AWS": "arn:aws:iam::1:role/x"}}] {
			policy.deny == found with input as topic(stage, change)
		}
	}
}

test_allow_a_policy_that_refuses_plaintext if {
	every stage in expect.stages {
		every action in ["sns:Publish", "SNS:Publish", "sns:*", "*"] {
			policy.deny == set() with input as topic(stage, {"Action": action})
		}
		policy.deny == set() with input as expect.resource("aws_sns_topic", stage, {"policy": expect.document(statement)})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
