package aws.lambda.runtime_test

import data.aws.lambda.runtime as policy
import data.lib.expect

test_deny_a_deprecated_runtime if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-LAMBDA-006", "aws_lambda_function.it runs nodejs20.x, which gets no security updates since 2026-04-30")} with input as expect.resource("aws_lambda_function", stage, {"runtime": "nodejs20.x"})
	}
}

test_allow_what_is_maintained if {
	every stage in expect.stages {
		every runtime in ["dotnet10", "java11", "java21", "nodejs22.x", "nodejs24.x", "provided.al2023", "python3.11", "python3.13", "ruby3.3"] {
			policy.deny == set() with input as expect.resource("aws_lambda_function", stage, {"runtime": runtime})
		}
	}
}

# The table says that it ends here.
test_allow_no_date_of_the_future if {
	every _, date in policy.deprecated {
		date < "2026-11-15"
	}
}

test_allow_an_image if {
	policy.deny == set() with input as expect.resource("aws_lambda_function", "plan", {"package_type": "Image"})
}

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"runtime": "nodejs20.x"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
