package aws.kms.policy_test

import data.aws.kms.policy as policy
import data.lib.expect

test_deny_a_key_without_a_policy if {
	every stage in expect.stages {
		every after in [{}, {"policy": ""}] {
			policy.deny == {expect.finding("AWS-KMS-004", "aws_kms_key.it does not say who may use it")} with input as expect.resource("aws_kms_key", stage, after)
		}
	}
}

test_allow_a_policy if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_kms_key", stage, {"policy": "{}"})
	}
}

test_allow_a_policy_beside_the_key if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_kms_key", stage, {}, {"policies": [expect.link("aws_kms_key_policy", {})]})
	}
	policy.deny == set() with input as object.union(expect.resource("aws_kms_key", "plan", {}), {"unresolved": {"policies": true}})
}

test_allow_a_policy_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_kms_key", {}, {"policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
