package aws.dynamodb.ttl_test

import data.aws.dynamodb.ttl as policy
import data.lib.expect

test_deny_what_is_missing if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-DDB-002", "aws_dynamodb_table.it keeps its items for ever")} with input as expect.resource("aws_dynamodb_table", stage, {})
	}
}

test_deny_what_is_switched_off if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-DDB-002", "aws_dynamodb_table.it keeps its items for ever")} with input as expect.resource("aws_dynamodb_table", stage, {"ttl": [{"enabled": false}]})
	}
}

test_allow_what_is_on if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_dynamodb_table", stage, {"ttl": [{"enabled": true, "attribute_name": "ttl"}]})
	}
}

# The driver withdraws this finding: the value may be set.
test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-DDB-002", "aws_dynamodb_table.it keeps its items for ever")} with input as expect.unknown("aws_dynamodb_table", {}, {"ttl": [{"enabled": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
