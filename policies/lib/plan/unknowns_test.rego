package lib.plan_test

import data.lib.plan

test_nothing_unknown_is_an_empty_tree if plan.tree([]) == {}

test_an_attribute_is_a_leaf if {
	plan.tree([["arn"], ["policy"]]) == {"arn": true, "policy": true}
}

test_an_object_has_its_names if {
	plan.tree([["tags", "team"], ["tags", "owner"]]) == {"tags": {"team": true, "owner": true}}
}

test_elements_of_a_list_are_a_list_of_one if {
	plan.tree([["layers", 0]]) == {"layers": [true]}
	plan.tree([["layers", 0], ["layers", 1]]) == {"layers": [true]}
}

test_blocks_are_one_with_what_is_unknown_in_any if {
	plan.tree([["ttl", 0, "enabled"], ["ttl", 1, "name"]]) == {"ttl": [{"enabled": true, "name": true}]}
}

test_a_block_that_is_unknown_as_a_whole_is_a_leaf if {
	plan.tree([["ttl", 0, "enabled"], ["ttl", 1]]) == {"ttl": [true]}
}

test_blocks_in_blocks_are_lists_of_one if {
	plan.tree([["spec", 0, "env", 0, "value"], ["spec", 0, "env", 1, "name"]]) == {"spec": [{"env": [{"value": true, "name": true}]}]}
}

test_what_is_deeper_or_of_another_shape_is_a_list_with_a_leaf if {
	every path in [["spec", 0, "env", 0], ["spec", 0, "env", "name"], ["spec", 0, "env", "name", "value"]] {
		plan.tree([path]) == {"spec": [{"env": [true]}]}
	}
}

test_the_shorter_of_two_paths_decides if {
	plan.tree([["tags"], ["tags", "team"]]) == {"tags": true}
	plan.tree([["spec", 0, "env"], ["spec", 0, "env", 0, "value"]]) == {"spec": [{"env": true}]}
}
