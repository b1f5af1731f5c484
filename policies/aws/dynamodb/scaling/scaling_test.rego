package aws.dynamodb.scaling_test

import data.aws.dynamodb.scaling as policy
import data.lib.expect

test_deny_capacity_that_nothing_scales if {
	every stage in expect.stages {
		every after in [{}, {"billing_mode": "PROVISIONED"}] {
			policy.deny == {expect.finding("AWS-DDB-005", "aws_dynamodb_table.it has provisioned capacity that nothing scales")} with input as expect.resource("aws_dynamodb_table", stage, after)
		}
	}
}

test_allow_on_demand if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_dynamodb_table", stage, {"billing_mode": "PAY_PER_REQUEST"})
	}
}

test_allow_capacity_that_is_scaled if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_dynamodb_table", stage, {}, {"scaling": [expect.link("aws_appautoscaling_target", {})]})
	}
	policy.deny == set() with input as object.union(expect.resource("aws_dynamodb_table", "plan", {}), {"unresolved": {"scaling": true}})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
