package aws.kms.deletion_window_test

import data.aws.kms.deletion_window as policy
import data.lib.expect

test_deny_a_short_window if {
	every stage in expect.stages {
		every tags in [{}, {"environment": "prod"}] {
			policy.deny == {expect.finding("AWS-KMS-002", "aws_kms_key.it is gone 13 days after an order to delete it")} with input as expect.resource("aws_kms_key", stage, {"deletion_window_in_days": 13, "tags_all": tags})
		}
	}
}

test_allow_time_to_notice if {
	every stage in expect.stages {
		every after in [{}, {"deletion_window_in_days": 14}, {"deletion_window_in_days": 7, "tags_all": {"environment": "dev"}}] {
			policy.deny == set() with input as expect.resource("aws_kms_key", stage, after)
		}
	}
}

# The driver withdraws this finding: the tag may say that the environment may be thrown away.
test_deny_is_a_finding_when_the_tag_is_unknown if {
	policy.deny == {expect.finding("AWS-KMS-002", "aws_kms_key.it is gone 7 days after an order to delete it")} with input as expect.unknown("aws_kms_key", {"deletion_window_in_days": 7}, {"tags_all": {"environment": true}})
}

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"deletion_window_in_days": 7})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
