package aws.dynamodb.deletion_protection_test

import data.aws.dynamodb.deletion_protection as policy
import data.lib.expect

test_deny_a_table_without_protection if {
	every stage in expect.stages {
		every after in [{}, {"deletion_protection_enabled": false}, {"tags_all": {"environment": "prod"}}] {
			policy.deny == {expect.finding("AWS-DDB-004", "aws_dynamodb_table.it can be deleted in one step")} with input as expect.resource("aws_dynamodb_table", stage, after)
		}
	}
}

test_deny_a_replica_without_protection if {
	policy.deny == {expect.finding("AWS-DDB-004", "aws_dynamodb_table_replica.it can be deleted in one step")} with input as expect.resource("aws_dynamodb_table_replica", "plan", {})
}

test_allow_protection if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_dynamodb_table", stage, {"deletion_protection_enabled": true})
	}
}

test_allow_an_environment_that_may_be_thrown_away if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_dynamodb_table", stage, {"tags_all": {"environment": "dev"}})
	}
}

# The driver withdraws this finding: protection may be on.
test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-DDB-004", "aws_dynamodb_table.it can be deleted in one step")} with input as expect.unknown("aws_dynamodb_table", {}, {"deletion_protection_enabled": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
