package aws.apigateway.tls_test

import data.aws.apigateway.tls as policy
import data.lib.expect

test_deny_old_versions if {
	every stage in expect.stages {
		every after in [{}, {"security_policy": "TLS_1_0"}] {
			policy.deny == {expect.finding("AWS-APIGW-006", "aws_api_gateway_domain_name.it speaks TLS older than 1.2 (security_policy)")} with input as expect.resource("aws_api_gateway_domain_name", stage, after)
		}
	}
}

test_allow_modern_versions if {
	every stage in expect.stages {
		every after in [{"security_policy": "TLS_1_2"}, {"security_policy": "SecurityPolicy_TLS13_1_3_2025_09"}] {
			policy.deny == set() with input as expect.resource("aws_api_gateway_domain_name", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-APIGW-006", "aws_api_gateway_domain_name.it speaks TLS older than 1.2 (security_policy)")} with input as expect.unknown("aws_api_gateway_domain_name", {}, {"security_policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"security_policy": "TLS_1_0"})
}
