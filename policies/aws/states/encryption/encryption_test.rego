package aws.states.encryption_test

import data.aws.states.encryption as policy
import data.lib.expect

test_deny_keys_of_aws if {
	every stage in expect.stages {
		every after in [
			{},
			{"encryption_configuration": []},
			{"encryption_configuration": [{"type": "AWS_OWNED_KEY"}]},
		] {
			policy.deny == {expect.finding("AWS-SFN-004", "aws_sfn_state_machine.it is not encrypted with a customer key (encryption_configuration)")} with input as expect.resource("aws_sfn_state_machine", stage, after)
		}
	}
}

test_allow_a_customer_key if {
	every stage in expect.stages {
		every after in [
			{"encryption_configuration": [{"type": "CUSTOMER_MANAGED_KMS_KEY", "kms_key_id": "alias/executions"}]},
		] {
			policy.deny == set() with input as expect.resource("aws_sfn_state_machine", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-SFN-004", "aws_sfn_state_machine.it is not encrypted with a customer key (encryption_configuration)")} with input as expect.unknown("aws_sfn_state_machine", {}, {"encryption_configuration": true})
}

test_allow_other_types if {
	every after in [
		{},
		{"encryption_configuration": []},
		{"encryption_configuration": [{"type": "AWS_OWNED_KEY"}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "synth", after)
	}
}
