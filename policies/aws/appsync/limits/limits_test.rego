package aws.appsync.limits_test

import data.aws.appsync.limits as policy
import data.lib.expect

test_deny_unbounded if {
	every stage in expect.stages {
		every after in [
			{"resolver_count_limit": 25},
			{"query_depth_limit": 0, "resolver_count_limit": 25},
		] {
			policy.deny == {expect.finding("AWS-APPSYNC-005", "aws_appsync_graphql_api.it lets one request ask for anything (query_depth_limit)")} with input as expect.resource("aws_appsync_graphql_api", stage, after)
		}
	}
}

test_allow_bounded if {
	every stage in expect.stages {
		every after in [
			{"query_depth_limit": 15, "resolver_count_limit": 25},
		] {
			policy.deny == set() with input as expect.resource("aws_appsync_graphql_api", stage, after)
		}
	}
}

test_deny_fields_without_number if {
	every stage in expect.stages {
		every after in [{"query_depth_limit": 15}, {"query_depth_limit": 15, "resolver_count_limit": 0}] {
			policy.deny == {expect.finding("AWS-APPSYNC-005", "aws_appsync_graphql_api.it lets one request ask for anything (resolver_count_limit)")} with input as expect.resource("aws_appsync_graphql_api", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-APPSYNC-005", "aws_appsync_graphql_api.it lets one request ask for anything (query_depth_limit)")} with input as expect.unknown("aws_appsync_graphql_api", {"resolver_count_limit": 25}, {"query_depth_limit": true})
}

test_allow_other_types if {
	every after in [
		{"resolver_count_limit": 25},
		{"query_depth_limit": 0, "resolver_count_limit": 25},
	] {
		policy.deny == set() with input as expect.resource("random_id", "synth", after)
	}
}
