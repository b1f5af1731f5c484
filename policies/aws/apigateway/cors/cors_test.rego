package aws.apigateway.cors_test

import data.aws.apigateway.cors as policy
import data.lib.expect

test_allow_named_sites if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_apigatewayv2_api", stage, {"cors_configuration": [{"allow_credentials": true, "allow_origins": ["https://shop.example"]}]})
	}
}

test_allow_every_site_without_credentials if {
	every stage in expect.stages {
		every after in [
			{"cors_configuration": [{"allow_credentials": false, "allow_origins": ["*"]}]},
			{"cors_configuration": [{"allow_origins": ["*"]}]},
		] {
			policy.deny == set() with input as expect.resource("aws_apigatewayv2_api", stage, after)
		}
	}
}

test_deny_every_site_with_credentials if {
	every origin in ["*", "http://*", "https://*"] {
		every stage in expect.stages {
			policy.deny == {expect.violation("AWS-APIGW-005", $"aws_apigatewayv2_api.it lets {origin} call with the credentials of its visitors (cors_configuration)")} with input as expect.resource("aws_apigatewayv2_api", stage, shared(origin))
		}
		policy.deny == set() with input as expect.resource("random_id", "plan", shared(origin))
	}
}

shared(origin) := {"cors_configuration": [{"allow_credentials": true, "allow_origins": ["https://shop.example", origin]}]}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
