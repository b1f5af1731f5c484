package terraform.ignore_all_test

import data.lib.expect
import data.terraform.ignore_all as policy

test_deny_all if {
	every ignored in ["all", ["all"], ["tags", "all"]] {
		policy.deny == {expect.violation("TF-LIFECYCLE-001", "terraform_lifecycle.it ignores every change")} with input as expect.resource("terraform_lifecycle", "synth", {"ignore_changes": ignored})
	}
}

test_allow_some if {
	policy.deny == set() with input as expect.resource("terraform_lifecycle", "synth", {"ignore_changes": ["desired_count"]})
}

test_allow_none if {
	policy.deny == set() with input as expect.resource("terraform_lifecycle", "synth", {"prevent_destroy": true})
}
