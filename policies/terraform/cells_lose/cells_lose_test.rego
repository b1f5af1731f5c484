package terraform.cells_lose_test

import data.lib.expect
import data.terraform.cells_lose as policy

change(losing) := expect.resource("terraform_change", "plan", {"losing": losing, "changed": losing})

denied(text) := expect.violation("TF-CHANGE-001", $"terraform_change.it deletes, replaces or forgets resources in {text}")

test_deny_two_cells if {
	policy.deny == {denied("2 cells of prod at once: prod-c01, prod-c02")} with input as change(["prod-c01", "prod-c02", "prod-network"])
}

test_deny_each_environment if {
	policy.deny == {
		denied("2 cells of dev-gcp at once: dev-gcp-c01, dev-gcp-c02"),
		denied("3 cells of prod at once: prod-c01, prod-c02, prod-c03"),
	} with input as change(["dev-gcp-c01", "dev-gcp-c02", "prod-c01", "prod-c02", "prod-c03"])
}

test_allow_one_cell_of_each_environment if {
	policy.deny == set() with input as change(["dev-c01", "prod-c01"])
}

test_allow_what_is_no_cell if {
	policy.deny == set() with input as change(["prod-edge", "prod-network", "c01", "c02", "prod-c", "prod-cab", "prod-x01"])
}

test_allow_cells_that_only_change if {
	policy.deny == set() with input as expect.resource("terraform_change", "plan", {"losing": ["prod-c01"], "changed": ["prod-c01", "prod-c02"]})
}
