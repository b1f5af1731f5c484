package aws.apigateway.tracing_test

import data.aws.apigateway.tracing as policy
import data.lib.expect

test_deny_no_tracing if {
	every stage in expect.stages {
		every after in [{}, {"xray_tracing_enabled": false}] {
			policy.deny == {expect.finding("AWS-APIGW-008", "aws_api_gateway_stage.it is not traced (xray_tracing_enabled)")} with input as expect.resource("aws_api_gateway_stage", stage, after)
		}
	}
}

test_allow_tracing if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_api_gateway_stage", stage, {"xray_tracing_enabled": true})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-APIGW-008", "aws_api_gateway_stage.it is not traced (xray_tracing_enabled)")} with input as expect.unknown("aws_api_gateway_stage", {}, {"xray_tracing_enabled": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"xray_tracing_enabled": false})
}
