package aws.sns.redrive_test

import data.aws.sns.redrive as policy
import data.lib.expect

test_deny_a_subscription_that_drops_messages if {
	every stage in expect.stages {
		every after in [{}, {"redrive_policy": "{}"}] {
			policy.deny == {expect.finding("AWS-SNS-003", "aws_sns_topic_subscription.it drops what it cannot deliver")} with input as expect.resource("aws_sns_topic_subscription", stage, after)
		}
	}
}

test_allow_a_redrive_policy if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_sns_topic_subscription", stage, {"redrive_policy": "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:1:dead\"}"})
	}
}

test_allow_a_redrive_policy_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_sns_topic_subscription", {}, {"redrive_policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
