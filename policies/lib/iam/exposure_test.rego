package lib.iam_test

import data.lib.iam

exposing(actions) := count([action | some action, exposes in actions; exposes])

# Who adds an action or takes one away says so here.
test_so_many_actions_expose if {
	exposing(iam.hands_out_credentials) == 24
	exposing(iam.reads_data) == 27
	exposing(iam.opens_resources) == 43
}

test_each_exposes_in_one_way_and_is_written_in_lower_case if {
	all := object.union_n([iam.hands_out_credentials, iam.reads_data, iam.opens_resources])
	count(all) == 94
	every action, _ in all {
		action == lower(action)
	}
}
