package aws.lambda.secrets_test

import data.aws.lambda.secrets as policy
import data.lib.expect

test_deny_well_known_forms if {
	every stage in expect.stages {
		every value in credentials {
			policy.deny == {expect.violation("AWS-LAMBDA-008", "aws_lambda_function.it holds a credential in the variable PARTNER")} with input as function(stage, {"PARTNER": value})
		}
	}
}

# Put together here, or scanners would find them in this file.
credentials := [concat("", parts) |
	some parts in [
		["AKIA", "ABCDEFGHIJKLMNOP"],
		["ASIA", "0123456789ABCDEF"],
		["ghp_", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ"],
		["xoxb-", "0123456789"],
		["sk_live_", "0123456789abcdef"],
		["AIza", "abcdefghijklmnopqrstuvwxyzABCDEFGHI"],
		["-----BEGIN RSA", " PRIVATE KEY-----"],
		["eyJhbGciOiJI", ".eyJzdWIiOiIx"],
	]
]

test_deny_what_its_name_gives_away if {
	every stage in expect.stages {
		every name in ["PASSWORD", "DB_PASSWORD", "db_passwd", "CLIENT_SECRET", "GITHUB_TOKEN", "API_KEY", "APIKEY", "AWS_SECRET_ACCESS_KEY", "PRIVATE_KEY"] {
			policy.deny == {expect.violation("AWS-LAMBDA-008", $"aws_lambda_function.it holds a credential in the variable {name}")} with input as function(stage, {name: "12345678"})
		}
	}
}

test_allow_where_a_secret_is_kept if {
	every stage in expect.stages {
		every value in ["arn:aws:secretsmanager:eu-west-1:1:secret:orders", "/orders/database", "https://vault.example.com/orders", "projects/1/secrets/orders"] {
			policy.deny == set() with input as function(stage, {"CLIENT_SECRET": value})
		}
	}
}

test_allow_ordinary_variables if {
	every name, value in {"SECRET_NAME": "orders-database", "TOKENS": "12345678", "MAX_TOKEN": "1234567", "PARTITION_KEY": "0123456789", "SERVICE": "orders"} {
		policy.deny == set() with input as function("synth", {name: value})
	}
}

test_allow_a_function_without_variables if {
	policy.deny == set() with input as expect.resource("aws_lambda_function", "plan", {})
}

function(stage, variables) := expect.resource("aws_lambda_function", stage, {"environment": [{"variables": variables}]})

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as object.union(function("synth", {"PASSWORD": "12345678"}), {"type": "random_id"})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
