package aws.lambda.cors_test

import data.aws.lambda.cors as policy
import data.lib.expect

test_deny_credentials_for_everybody if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-LAMBDA-015", "aws_lambda_function_url.it takes credentials from every origin")} with input as url(stage, true, ["https://a.example.com", "*"])
	}
}

test_deny_every_method_for_everybody if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-LAMBDA-015", "aws_lambda_function_url.it takes every method from every origin")} with input as methods(stage, ["*"], ["*"])
	}
}

test_allow_named_methods_or_origins if {
	every stage in expect.stages {
		policy.deny == set() with input as methods(stage, ["GET"], ["*"])
		policy.deny == set() with input as methods(stage, ["*"], ["https://a.example.com"])
	}
}

methods(stage, allowed, origins) := expect.resource("aws_lambda_function_url", stage, {"cors": [{"allow_methods": allowed, "allow_origins": origins}]})

test_allow_named_origins if {
	every stage in expect.stages {
		policy.deny == set() with input as url(stage, true, ["https://a.example.com"])
	}
}

test_allow_everybody_without_credentials if {
	every stage in expect.stages {
		policy.deny == set() with input as url(stage, false, ["*"])
	}
}

url(stage, credentials, origins) := expect.resource("aws_lambda_function_url", stage, {"cors": [{"allow_credentials": credentials, "allow_origins": origins}]})

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as object.union(url("synth", true, ["*"]), {"type": "random_id"})
	policy.deny == set() with input as object.union(methods("synth", ["*"], ["*"]), {"type": "random_id"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
