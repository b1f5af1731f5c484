package aws.states.log_content_test

import data.aws.states.log_content as policy
import data.lib.expect

test_deny_logged_data if {
	every stage in expect.stages {
		every after in [
			{"logging_configuration": [{"level": "ALL", "include_execution_data": true}]},
		] {
			policy.deny == {expect.finding("AWS-SFN-002", "aws_sfn_state_machine.it logs the data of its executions (include_execution_data)")} with input as expect.resource("aws_sfn_state_machine", stage, after)
		}
	}
}

test_allow_unlogged_data if {
	every stage in expect.stages {
		every after in [
			{},
			{"logging_configuration": [{"level": "ALL"}]},
			{"logging_configuration": [{"level": "ALL", "include_execution_data": false}]},
		] {
			policy.deny == set() with input as expect.resource("aws_sfn_state_machine", stage, after)
		}
	}
}

test_allow_in_development if {
	every stage in expect.stages {
		every after in [
			{"tags_all": {"environment": "dev"}, "logging_configuration": [{"include_execution_data": true}]},
		] {
			policy.deny == set() with input as expect.resource("aws_sfn_state_machine", stage, after)
		}
	}
}

test_allow_other_types if {
	every after in [
		{"logging_configuration": [{"level": "ALL", "include_execution_data": true}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "synth", after)
	}
}
