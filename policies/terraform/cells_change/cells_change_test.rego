package terraform.cells_change_test

import data.lib.expect
import data.terraform.cells_change as policy

change(changed) := expect.resource("terraform_change", "plan", {"losing": [], "changed": changed})

test_deny_two_cells_of_production if {
	policy.deny == {expect.violation("TF-CHANGE-002", "terraform_change.it changes 2 cells of prod at once: prod-c01, prod-c02")} with input as change(["prod-c01", "prod-c02"])
}

test_allow_one_cell if {
	policy.deny == set() with input as change(["prod-c01", "prod-network"])
}

test_allow_cells_of_development if {
	policy.deny == set() with input as change(["dev-c01", "dev-c02"])
}
