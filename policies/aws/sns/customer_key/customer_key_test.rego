package aws.sns.customer_key_test

import data.aws.sns.customer_key as policy
import data.lib.expect

test_deny_the_key_of_the_service if {
	every stage in expect.stages {
		every key in ["alias/aws/sns", "arn:aws:kms:eu-west-1:1:alias/aws/sns"] {
			policy.deny == {expect.violation("AWS-SNS-004", "aws_sns_topic.it is encrypted with a key of AWS's")} with input as expect.resource("aws_sns_topic", stage, {"kms_master_key_id": key})
		}
	}
}

test_allow_a_key_of_ours if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_sns_topic", stage, {"kms_master_key_id": "alias/orders"})
	}
}

# AWS-SNS-001 speaks of a topic in clear.
test_allow_a_topic_in_clear if {
	policy.deny == set() with input as expect.resource("aws_sns_topic", "plan", {})
}

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"kms_master_key_id": "alias/aws/sns"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
