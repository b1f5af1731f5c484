package aws.apigateway.access_logs_test

import data.aws.apigateway.access_logs as policy
import data.lib.expect

types := ["aws_apigatewayv2_stage", "aws_api_gateway_stage"]

test_deny_no_logs if {
	every stage in expect.stages {
		every type in types {
			every after in [{}, {"access_log_settings": []}] {
				policy.deny == {expect.finding("AWS-APIGW-002", $"{type}.it logs no requests (access_log_settings)")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_logs if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"access_log_settings": [{"format": "$context.requestId"}]})
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-APIGW-002", "aws_apigatewayv2_stage.it logs no requests (access_log_settings)")} with input as expect.unknown("aws_apigatewayv2_stage", {}, {"access_log_settings": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"access_log_settings": []})
}
