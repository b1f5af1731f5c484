package lib.cells_test

import data.lib.cells

test_a_cell_belongs_to_the_environment_it_is_called_after if {
	cells.environment_of("prod-c01") == "prod"
	cells.environment_of("prod-eu-c2") == "prod-eu"
}

test_other_stacks_are_no_cells if {
	every stack in ["prod", "c01", "prod-c", "prod-c1x", "prod-xc1", "prod-c01-data", "prod-C1", ""] {
		not cells.environment_of(stack)
	}
}

test_cells_are_grouped_in_their_order if {
	found := cells.by_environment(["prod-c02", "dev-c01", "prod", "prod-c01"])
	found == {"prod": ["prod-c02", "prod-c01"], "dev": ["dev-c01"]}
}

test_without_cells_there_is_no_group if cells.by_environment(["prod"]) == {}
