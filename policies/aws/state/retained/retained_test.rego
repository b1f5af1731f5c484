package aws.state.retained_test

import data.aws.state.retained as policy
import data.lib.expect

test_deny_a_delete if {
	policy.deny == {expect.violation("AWS-STATE-001", "aws_dynamodb_table.it holds state and would be deleted")} with input as expect.change("aws_dynamodb_table", ["delete"], [])
}

test_deny_a_replace_and_names_the_attribute if {
	policy.deny == {expect.violation("AWS-STATE-001", "aws_dynamodb_table.it holds state and would be replaced, because of hash_key, attribute.0.name")} with input as expect.change("aws_dynamodb_table", ["delete", "create"], ["hash_key", "attribute.0.name"])
}

test_deny_a_replace_that_creates_first if {
	policy.deny == {expect.violation("AWS-STATE-001", "aws_dynamodb_table.it holds state and would be replaced")} with input as expect.change("aws_dynamodb_table", ["create", "delete"], [])
}

test_deny_forget if {
	policy.deny == {expect.violation("AWS-STATE-001", "aws_dynamodb_table.it holds state and would be forgotten: Terraform would stop managing it")} with input as expect.change("aws_dynamodb_table", ["forget"], [])
}

test_deny_an_action_nobody_knows if {
	policy.deny == {expect.violation("AWS-STATE-001", "aws_dynamodb_table.it holds state and would be changed by an action the gate does not know (obliterate, shred)")} with input as expect.change("aws_dynamodb_table", ["obliterate", "shred"], [])
}

test_allow_an_update if {
	policy.deny == set() with input as expect.change("aws_dynamodb_table", ["update"], [])
}

test_allow_a_create if {
	policy.deny == set() with input as expect.change("aws_dynamodb_table", ["create"], [])
}

test_allow_nothing if {
	policy.deny == set() with input as expect.change("aws_dynamodb_table", ["no-op"], [])
}
