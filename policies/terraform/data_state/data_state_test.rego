package terraform.data_state_test

import data.lib.expect
import data.terraform.data_state as policy

test_deny_a_remote_state if {
	every stage in expect.stages {
		policy.deny == {expect.violation("TF-DATA-002", "terraform_data_source.it reads a whole state")} with input as expect.resource("terraform_data_source", stage, {"type": "terraform_remote_state"})
	}
}

test_allow_a_parameter if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("terraform_data_source", stage, {"type": "aws_ssm_parameter"})
	}
}
