package aws.appsync.log_content_test

import data.aws.appsync.log_content as policy
import data.lib.expect

test_deny_verbose if {
	every stage in expect.stages {
		every after in [
			{"log_config": [{"field_log_level": "ALL"}]},
			{"log_config": [{"field_log_level": "ERROR", "exclude_verbose_content": false}]},
		] {
			policy.deny == {expect.finding("AWS-APPSYNC-003", "aws_appsync_graphql_api.it logs what is asked and answered (exclude_verbose_content)")} with input as expect.resource("aws_appsync_graphql_api", stage, after)
		}
	}
}

test_allow_brief if {
	every stage in expect.stages {
		every after in [
			{},
			{"log_config": [{"field_log_level": "ERROR", "exclude_verbose_content": true}]},
		] {
			policy.deny == set() with input as expect.resource("aws_appsync_graphql_api", stage, after)
		}
	}
}

test_allow_other_types if {
	every after in [
		{"log_config": [{"field_log_level": "ALL"}]},
		{"log_config": [{"field_log_level": "ERROR", "exclude_verbose_content": false}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "synth", after)
	}
}
