package aws.sns.encryption_test

import data.aws.sns.encryption as policy
import data.lib.expect

test_deny_a_topic_in_clear if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-SNS-001", "aws_sns_topic.it stores messages in clear")} with input as expect.resource("aws_sns_topic", stage, {})
	}
}

test_allow_a_key if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_sns_topic", stage, {"kms_master_key_id": "alias/aws/sns"})
	}
}

test_allow_a_key_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_sns_topic", {}, {"kms_master_key_id": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
