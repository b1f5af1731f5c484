package aws.appsync.introspection_test

import data.aws.appsync.introspection as policy
import data.lib.expect

test_deny_open_introspection if {
	every stage in expect.stages {
		every after in [
			{},
			{"introspection_config": "ENABLED", "tags_all": {"environment": "prod"}},
		] {
			policy.deny == {expect.finding("AWS-APPSYNC-004", "aws_appsync_graphql_api.it tells everybody its schema (introspection_config)")} with input as expect.resource("aws_appsync_graphql_api", stage, after)
		}
	}
}

test_allow_closed_introspection if {
	every stage in expect.stages {
		every after in [
			{"introspection_config": "DISABLED"},
			{"introspection_config": "ENABLED", "tags_all": {"environment": "dev"}},
		] {
			policy.deny == set() with input as expect.resource("aws_appsync_graphql_api", stage, after)
		}
	}
}

# The driver withdraws this finding: the tag may say that the environment may be thrown away.
test_deny_is_a_finding_when_the_tag_is_unknown if {
	policy.deny == {expect.finding("AWS-APPSYNC-004", "aws_appsync_graphql_api.it tells everybody its schema (introspection_config)")} with input as expect.unknown("aws_appsync_graphql_api", {}, {"tags_all": {"environment": true}})
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-APPSYNC-004", "aws_appsync_graphql_api.it tells everybody its schema (introspection_config)")} with input as expect.unknown("aws_appsync_graphql_api", {}, {"introspection_config": true})
}

test_allow_other_types if {
	every after in [
		{},
		{"introspection_config": "ENABLED", "tags_all": {"environment": "prod"}},
	] {
		policy.deny == set() with input as expect.resource("random_id", "synth", after)
	}
}
