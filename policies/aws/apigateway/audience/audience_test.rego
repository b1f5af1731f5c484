package aws.apigateway.audience_test

import data.aws.apigateway.audience as policy
import data.lib.expect

test_deny_no_audience if {
	every stage in expect.stages {
		every after in [
			{"authorizer_type": "JWT"},
			{"authorizer_type": "JWT", "jwt_configuration": [{"issuer": "https://login", "audience": []}]},
		] {
			policy.deny == {expect.violation("AWS-APIGW-004", "aws_apigatewayv2_authorizer.it takes tokens that were made for anybody (jwt_configuration.audience)")} with input as expect.resource("aws_apigatewayv2_authorizer", stage, after)
		}
	}
}

test_allow_an_audience if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_apigatewayv2_authorizer", stage, {"authorizer_type": "JWT", "jwt_configuration": [{"issuer": "https://login", "audience": ["orders"]}]})
	}
}

test_allow_code_of_ours if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_apigatewayv2_authorizer", stage, {"authorizer_type": "REQUEST"})
	}
}

test_allow_an_audience_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_apigatewayv2_authorizer", {"authorizer_type": "JWT"}, {"jwt_configuration": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"authorizer_type": "JWT"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"authorizer_type": "JWT", "jwt_configuration": [{"issuer": "https://login", "audience": []}]})
}
