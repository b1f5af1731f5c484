package lib.stateful_test

import data.lib.stateful

# The names are compared with those that the rules on lost state give. Who adds one or takes one away says so here.
test_types_of_both_clouds_hold_state if {
	every cloud, number in {"aws": 75, "google": 54} {
		count([type | some type, holds in stateful.types; holds; startswith(type, $"{cloud}_")]) == number
	}
}

test_what_can_be_made_again_holds_none if {
	every type in ["aws_iam_role", "aws_lambda_function", "google_cloudfunctions2_function", "terraform_data"] {
		not stateful.types[type]
	}
}
