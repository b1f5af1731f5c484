package aws.cognito.flows_test

import data.aws.cognito.flows as policy
import data.lib.expect

test_deny_the_implicit_flow if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-COGNITO-005", "aws_cognito_user_pool_client.it hands tokens out in addresses (allowed_oauth_flows)")} with input as expect.resource("aws_cognito_user_pool_client", stage, {"allowed_oauth_flows": ["code", "implicit"]})
	}
}

test_deny_a_callback_in_plain_http if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-COGNITO-005", "aws_cognito_user_pool_client.it sends users to http://shop.example/in in plain HTTP (callback_urls)")} with input as expect.resource("aws_cognito_user_pool_client", stage, {"callback_urls": ["https://shop.example/in", "http://shop.example/in"]})
	}
}

test_allow_the_flow_of_codes if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_cognito_user_pool_client", stage, {"allowed_oauth_flows": ["code"], "callback_urls": ["https://shop.example/in", "http://localhost:3000/in", "shop://in"]})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"allowed_oauth_flows": ["code", "implicit"]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"callback_urls": ["https://shop.example/in", "http://shop.example/in"]})
}
