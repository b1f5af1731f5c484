package aws.apigateway.authorization_test

import data.aws.apigateway.authorization as policy
import data.lib.expect

test_deny_an_open_route if {
	every stage in expect.stages {
		every after in [{"route_key": "GET /orders"}, {"route_key": "GET /orders", "authorization_type": "NONE"}] {
			policy.deny == {expect.finding("AWS-APIGW-003", "aws_apigatewayv2_route.it lets everybody call GET /orders (authorization_type)")} with input as expect.resource("aws_apigatewayv2_route", stage, after)
		}
	}
}

test_deny_an_open_connection if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-APIGW-003", "aws_apigatewayv2_route.it lets everybody call $connect (authorization_type)")} with input as expect.resource("aws_apigatewayv2_route", stage, {"route_key": "$connect"})
	}
}

test_deny_a_route_for_the_rest if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-APIGW-003", "aws_apigatewayv2_route.it lets everybody call $default (authorization_type)")} with input as expect.linked("aws_apigatewayv2_route", stage, {"route_key": "$default"}, {"api": [expect.link("aws_apigatewayv2_api", {"protocol_type": "HTTP"})]})
	}
}

test_deny_an_open_method if {
	every stage in expect.stages {
		every after in [
			{"http_method": "GET", "authorization": "NONE"},
			{"http_method": "GET", "authorization": "NONE", "api_key_required": false},
		] {
			policy.deny == {expect.finding("AWS-APIGW-003", "aws_api_gateway_method.it lets everybody call it by GET (authorization)")} with input as expect.resource("aws_api_gateway_method", stage, after)
		}
	}
}

test_allow_authorization if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_apigatewayv2_route", stage, {"route_key": "GET /orders", "authorization_type": "JWT"})
	}
}

test_allow_authorization_of_a_method if {
	every stage in expect.stages {
		every after in [
			{"http_method": "GET", "authorization": "AWS_IAM"},
			{"http_method": "GET", "authorization": "NONE", "api_key_required": true},
		] {
			policy.deny == set() with input as expect.resource("aws_api_gateway_method", stage, after)
		}
	}
}

test_allow_the_question_of_a_browser if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_apigatewayv2_route", stage, {"route_key": "OPTIONS /orders"})
	}
}

test_allow_the_question_of_a_browser_to_a_method if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_api_gateway_method", stage, {"http_method": "OPTIONS", "authorization": "NONE"})
	}
}

test_allow_messages_of_a_connection if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_apigatewayv2_route", stage, {"route_key": "sendMessage"})
	}
}

test_allow_messages_that_look_like_a_route if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_apigatewayv2_route", stage, {"route_key": "sendMessage"}, {"api": [expect.link("aws_apigatewayv2_api", {"protocol_type": "HTTP"})]})
	}
}

test_allow_other_messages_of_a_connection if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_apigatewayv2_route", stage, {"route_key": "$default"}, {"api": [expect.link("aws_apigatewayv2_api", {"protocol_type": "WEBSOCKET"})]})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-APIGW-003", "aws_apigatewayv2_route.it lets everybody call GET /orders (authorization_type)")} with input as expect.unknown("aws_apigatewayv2_route", {"route_key": "GET /orders"}, {"authorization_type": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"route_key": "GET /orders"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"route_key": "GET /orders", "authorization_type": "NONE"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"route_key": "$connect"})
	policy.deny == set() with input as expect.linked("random_id", "synth", {"route_key": "$default"}, {"api": [expect.link("aws_apigatewayv2_api", {"protocol_type": "HTTP"})]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"http_method": "GET", "authorization": "NONE"})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"http_method": "GET", "authorization": "NONE", "api_key_required": false})
}
