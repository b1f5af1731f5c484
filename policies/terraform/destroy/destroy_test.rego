package terraform.destroy_test

import data.lib.expect
import data.terraform.destroy as policy

plan(deletes, resources) := expect.resource("terraform_plan", "plan", {"deletes": deletes, "resources": resources})

test_deny_a_plan_that_only_deletes if {
	policy.deny == {expect.violation("TF-PLAN-002", "terraform_plan.it destroys everything in it (3 resources)")} with input as plan(3, 3)
}

test_deny_the_last_one if {
	policy.deny == {expect.violation("TF-PLAN-002", "terraform_plan.it destroys everything in it (1 resources)")} with input as plan(1, 1)
}

test_allow_a_plan_that_keeps_one if {
	policy.deny == set() with input as plan(3, 4)
}

test_allow_an_empty_plan if {
	policy.deny == set() with input as plan(0, 0)
}
