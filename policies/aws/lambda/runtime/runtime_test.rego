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

# Written out once more: a date that is changed by mistake is noticed.
test_deny_each_runtime_since_its_date if {
	every runtime, date in {
		"dotnetcore1.0": "2019-06-27",
		"dotnetcore2.0": "2019-05-30",
		"dotnetcore2.1": "2022-01-05",
		"dotnetcore3.1": "2023-04-03",
		"dotnet6": "2024-12-20",
		"dotnet8": "2026-11-10",
		"go1.x": "2024-01-08",
		"java8": "2024-01-08",
		"nodejs": "2016-08-30",
		"nodejs10.x": "2021-07-30",
		"nodejs12.x": "2023-03-31",
		"nodejs14.x": "2023-12-04",
		"nodejs16.x": "2024-06-12",
		"nodejs18.x": "2025-09-01",
		"nodejs20.x": "2026-04-30",
		"nodejs4.3": "2020-03-05",
		"nodejs4.3-edge": "2020-03-05",
		"nodejs6.10": "2019-08-12",
		"nodejs8.10": "2020-03-06",
		"provided": "2024-01-08",
		"provided.al2": "2026-07-31",
		"python2.7": "2021-07-15",
		"python3.6": "2022-07-18",
		"python3.7": "2023-12-04",
		"python3.8": "2024-10-14",
		"python3.9": "2025-12-15",
		"python3.10": "2026-10-31",
		"ruby2.5": "2021-07-30",
		"ruby2.7": "2023-12-07",
		"ruby3.2": "2026-03-31",
	} {
		message := $"aws_lambda_function.it runs {runtime}, which gets no security updates since {date}"
		policy.deny == {expect.violation("AWS-LAMBDA-006", message)} with input as expect.resource("aws_lambda_function", "plan", {"runtime": runtime})
	}
}
