package terraform.copy_first_test

import data.lib.expect
import data.terraform.copy_first as policy

lifecycle(type, after) := expect.resource("terraform_lifecycle", "synth", object.union({"type": type}, after))

test_deny_a_table if {
	policy.deny == {expect.violation("TF-LIFECYCLE-003", "terraform_lifecycle.it makes an empty copy before it destroys what holds state")} with input as lifecycle("aws_dynamodb_table", {"create_before_destroy": true})
}

test_allow_what_is_kept if {
	policy.deny == set() with input as lifecycle("aws_dynamodb_table", {"create_before_destroy": true, "prevent_destroy": true})
	policy.deny == set() with input as lifecycle("aws_dynamodb_table", {"prevent_destroy": true})
}

test_allow_what_holds_nothing if {
	policy.deny == set() with input as lifecycle("aws_lambda_function", {"create_before_destroy": true})
}
