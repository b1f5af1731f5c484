package terraform.data_http_test

import data.lib.expect
import data.terraform.data_http as policy

test_deny_http if {
	every stage in expect.stages {
		policy.deny == {expect.violation("TF-DATA-003", "terraform_data_source.it asks a server while planning")} with input as expect.resource("terraform_data_source", stage, {"type": "http"})
	}
}

test_allow_others if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("terraform_data_source", stage, {"type": "aws_region"})
	}
}
