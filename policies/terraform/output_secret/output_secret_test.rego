package terraform.output_secret_test

import data.lib.expect
import data.terraform.output_secret as policy

output(stage, name, sensitive) := expect.resource("terraform_output", stage, {"name": name, "sensitive": sensitive})

test_deny_a_secret_in_clear if {
	every stage in expect.stages {
		policy.deny == {expect.violation("TF-OUTPUT-001", "terraform_output.it is named like a secret and is not sensitive")} with input as output(stage, "db_password", false)
	}
}

test_allow_what_is_marked if {
	every stage in expect.stages {
		policy.deny == set() with input as output(stage, "db_password", true)
	}
}

test_allow_other_names if {
	every stage in expect.stages {
		every name in ["queue_url", "password_arn", "token_endpoint"] {
			policy.deny == set() with input as output(stage, name, false)
		}
	}
}
