package aws.appsync.authentication_test

import data.aws.appsync.authentication as policy
import data.lib.expect

test_deny_weak_authentication if {
	every stage in expect.stages {
		every after in [
			{"authentication_type": "API_KEY"},
			{"authentication_type": "AWS_IAM", "additional_authentication_provider": [{"authentication_type": "API_KEY"}]},
		] {
			policy.deny == {expect.finding("AWS-APPSYNC-001", "aws_appsync_graphql_api.it lets in whoever has a key (API_KEY)")} with input as expect.resource("aws_appsync_graphql_api", stage, after)
		}
	}
}

test_allow_signed_in if {
	every stage in expect.stages {
		every after in [
			{"authentication_type": "OPENID_CONNECT"},
			{"authentication_type": "AWS_IAM", "additional_authentication_provider": [{"authentication_type": "AWS_LAMBDA"}]},
		] {
			policy.deny == set() with input as expect.resource("aws_appsync_graphql_api", stage, after)
		}
	}
}

test_allow_other_types if {
	every after in [
		{"authentication_type": "API_KEY"},
		{"authentication_type": "AWS_IAM", "additional_authentication_provider": [{"authentication_type": "API_KEY"}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "synth", after)
	}
}
