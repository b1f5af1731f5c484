package aws.appsync.logs_test

import data.aws.appsync.logs as policy
import data.lib.expect

test_deny_unlogged if {
	every stage in expect.stages {
		every after in [
			{},
			{"log_config": []},
		] {
			policy.deny == {expect.finding("AWS-APPSYNC-002", "aws_appsync_graphql_api.it logs no request (log_config)")} with input as expect.resource("aws_appsync_graphql_api", stage, after)
		}
	}
}

test_allow_logged if {
	every stage in expect.stages {
		every after in [
			{"log_config": [{"field_log_level": "ERROR"}]},
		] {
			policy.deny == set() with input as expect.resource("aws_appsync_graphql_api", stage, after)
		}
	}
}

test_deny_fields_that_fail_unseen if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-APPSYNC-002", "aws_appsync_graphql_api.it logs no field that fails (field_log_level)")} with input as expect.resource("aws_appsync_graphql_api", stage, {"log_config": [{"field_log_level": "NONE"}]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-APPSYNC-002", "aws_appsync_graphql_api.it logs no request (log_config)")} with input as expect.unknown("aws_appsync_graphql_api", {}, {"log_config": true})
}

test_allow_other_types if {
	every after in [
		{},
		{"log_config": []},
		{"log_config": [{"field_log_level": "NONE"}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "synth", after)
	}
}
