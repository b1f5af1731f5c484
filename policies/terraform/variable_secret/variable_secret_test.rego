package terraform.variable_secret_test

import data.lib.expect
import data.terraform.variable_secret as policy

variable(stage, name, sensitive, preset) := expect.resource("terraform_variable", stage, {"name": name, "sensitive": sensitive, "preset": preset})

test_deny_a_sensitive_default if {
	every stage in expect.stages {
		policy.deny == {expect.violation("TF-VARIABLE-001", "terraform_variable.it is sensitive and has a default")} with input as variable(stage, "db_password", true, true)
	}
}

test_deny_a_default_of_a_secret_by_name if {
	every stage in expect.stages {
		policy.deny == {expect.violation("TF-VARIABLE-001", "terraform_variable.it is named like a secret and has a default")} with input as variable(stage, "dbPassword", false, true)
	}
}

test_allow_secrets_without_default if {
	every stage in expect.stages {
		policy.deny == set() with input as variable(stage, "db_password", true, false)
		policy.deny == set() with input as variable(stage, "db_password", false, false)
	}
}

test_allow_other_defaults if {
	every stage in expect.stages {
		policy.deny == set() with input as variable(stage, "region", false, true)
	}
}
