package aws.states.tracing_test

import data.aws.states.tracing as policy
import data.lib.expect

test_deny_untraced if {
	every stage in expect.stages {
		every after in [
			{},
			{"tracing_configuration": []},
			{"tracing_configuration": [{"enabled": false}]},
		] {
			policy.deny == {expect.finding("AWS-SFN-003", "aws_sfn_state_machine.it is not traced (tracing_configuration)")} with input as expect.resource("aws_sfn_state_machine", stage, after)
		}
	}
}

test_allow_traced if {
	every stage in expect.stages {
		every after in [
			{"tracing_configuration": [{"enabled": true}]},
		] {
			policy.deny == set() with input as expect.resource("aws_sfn_state_machine", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-SFN-003", "aws_sfn_state_machine.it is not traced (tracing_configuration)")} with input as expect.unknown("aws_sfn_state_machine", {}, {"tracing_configuration": true})
}

test_allow_other_types if {
	every after in [
		{},
		{"tracing_configuration": []},
		{"tracing_configuration": [{"enabled": false}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "synth", after)
	}
}
