package aws.states.logs_test

import data.aws.states.logs as policy
import data.lib.expect

test_deny_unlogged if {
	every stage in expect.stages {
		every after in [
			{},
			{"logging_configuration": []},
			{"logging_configuration": [{"level": "OFF"}]},
			{"logging_configuration": [{"include_execution_data": false}]},
		] {
			policy.deny == {expect.finding("AWS-SFN-001", "aws_sfn_state_machine.it logs nothing of its executions (logging_configuration)")} with input as expect.resource("aws_sfn_state_machine", stage, after)
		}
	}
}

test_allow_logged if {
	every stage in expect.stages {
		every after in [
			{"logging_configuration": [{"level": "ALL"}]},
			{"logging_configuration": [{"level": "ERROR"}]},
		] {
			policy.deny == set() with input as expect.resource("aws_sfn_state_machine", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-SFN-001", "aws_sfn_state_machine.it logs nothing of its executions (logging_configuration)")} with input as expect.unknown("aws_sfn_state_machine", {}, {"logging_configuration": true})
}

test_allow_other_types if {
	every after in [
		{},
		{"logging_configuration": []},
		{"logging_configuration": [{"level": "OFF"}]},
		{"logging_configuration": [{"include_execution_data": false}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "synth", after)
	}
}
