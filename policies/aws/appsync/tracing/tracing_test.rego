package aws.appsync.tracing_test

import data.aws.appsync.tracing as policy
import data.lib.expect

test_deny_untraced if {
	every stage in expect.stages {
		every after in [
			{},
			{"xray_enabled": false},
		] {
			policy.deny == {expect.finding("AWS-APPSYNC-007", "aws_appsync_graphql_api.it is not traced (xray_enabled)")} with input as expect.resource("aws_appsync_graphql_api", stage, after)
		}
	}
}

test_allow_traced if {
	every stage in expect.stages {
		every after in [
			{"xray_enabled": true},
		] {
			policy.deny == set() with input as expect.resource("aws_appsync_graphql_api", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-APPSYNC-007", "aws_appsync_graphql_api.it is not traced (xray_enabled)")} with input as expect.unknown("aws_appsync_graphql_api", {}, {"xray_enabled": true})
}

test_allow_other_types if {
	every after in [
		{},
		{"xray_enabled": false},
	] {
		policy.deny == set() with input as expect.resource("random_id", "synth", after)
	}
}
