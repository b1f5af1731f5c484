package aws.kms.lockout_test

import data.aws.kms.lockout as policy
import data.lib.expect

test_deny_the_bypass if {
	every stage in expect.stages {
		every type in ["aws_kms_key", "aws_kms_key_policy"] {
			policy.deny == {expect.violation("AWS-KMS-003", $"{type}.it skips the check against a policy that locks everybody out")} with input as expect.resource(type, stage, {"bypass_policy_lockout_safety_check": true})
		}
	}
}

test_allow_the_check if {
	every stage in expect.stages {
		every after in [{}, {"bypass_policy_lockout_safety_check": false}] {
			policy.deny == set() with input as expect.resource("aws_kms_key", stage, after)
		}
	}
}

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"bypass_policy_lockout_safety_check": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
