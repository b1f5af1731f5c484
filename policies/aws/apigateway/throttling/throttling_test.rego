package aws.apigateway.throttling_test

import data.aws.apigateway.throttling as policy
import data.lib.expect

types := ["aws_apigatewayv2_stage", "aws_api_gateway_method_settings"]

test_deny_no_limit if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{},
				{"default_route_settings": [{"throttling_rate_limit": 0}]},
				{"settings": [{"throttling_rate_limit": 0}]},
				{"settings": [{"throttling_rate_limit": -1}]},
			] {
				policy.deny == {expect.finding("AWS-APIGW-001", $"{type}.it has no limit of its own (throttling_rate_limit)")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_a_limit if {
	every stage in expect.stages {
		every type in types {
			every after in [{"default_route_settings": [{"throttling_rate_limit": 1}]}, {"settings": [{"throttling_rate_limit": 1}]}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-APIGW-001", "aws_apigatewayv2_stage.it has no limit of its own (throttling_rate_limit)")} with input as expect.unknown("aws_apigatewayv2_stage", {}, {"default_route_settings": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"default_route_settings": [{"throttling_rate_limit": 0}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"settings": [{"throttling_rate_limit": 0}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"settings": [{"throttling_rate_limit": -1}]})
}
