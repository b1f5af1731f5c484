package terraform.removed_test

import data.lib.expect
import data.terraform.removed as policy

removed(type, destroys) := expect.resource("terraform_removed", "synth", {"type": type, "destroys": destroys})

test_deny_a_table if {
	policy.deny == {expect.violation("TF-REMOVED-001", "terraform_removed.it destroys what holds state")} with input as removed("aws_dynamodb_table", true)
}

test_allow_a_table_that_stays if {
	policy.deny == set() with input as removed("aws_dynamodb_table", false)
}

test_allow_what_holds_nothing if {
	policy.deny == set() with input as removed("aws_lambda_function", true)
}
