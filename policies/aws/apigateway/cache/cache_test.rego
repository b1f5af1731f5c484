package aws.apigateway.cache_test

import data.aws.apigateway.cache as policy
import data.lib.expect

test_deny_answers_in_clear if {
	every stage in expect.stages {
		every after in [
			{"settings": [{"caching_enabled": true}]},
			{"settings": [{"caching_enabled": true, "cache_data_encrypted": false}]},
		] {
			policy.deny == {expect.finding("AWS-APIGW-007", "aws_api_gateway_method_settings.it keeps answers in clear (settings.cache_data_encrypted)")} with input as expect.resource("aws_api_gateway_method_settings", stage, after)
		}
	}
}

test_allow_encryption if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_api_gateway_method_settings", stage, {"settings": [{"caching_enabled": true, "cache_data_encrypted": true}]})
	}
}

test_allow_no_cache if {
	every stage in expect.stages {
		every after in [{"settings": [{"caching_enabled": false}]}, {"settings": [{}]}] {
			policy.deny == set() with input as expect.resource("aws_api_gateway_method_settings", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-APIGW-007", "aws_api_gateway_method_settings.it keeps answers in clear (settings.cache_data_encrypted)")} with input as expect.unknown("aws_api_gateway_method_settings", {"settings": [{"caching_enabled": true}]}, {"settings": [{"cache_data_encrypted": true}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"settings": [{"caching_enabled": true}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"settings": [{"caching_enabled": true, "cache_data_encrypted": false}]})
}
