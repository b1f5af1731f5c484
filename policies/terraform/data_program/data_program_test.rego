package terraform.data_program_test

import data.lib.expect
import data.terraform.data_program as policy

test_deny_external if {
	every stage in expect.stages {
		policy.deny == {expect.violation("TF-DATA-001", "terraform_data_source.it runs a program while planning")} with input as expect.resource("terraform_data_source", stage, {"type": "external"})
	}
}

test_allow_others if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("terraform_data_source", stage, {"type": "aws_caller_identity"})
	}
}
