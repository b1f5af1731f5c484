package lib.plan_test

import data.lib.plan

test_a_resource_is_what_its_entry_says if {
	one := changed(queue, {
		"actions": ["delete", "create"],
		"replace_paths": [["name"], ["attribute", 0, "type"]],
		"after_unknown": {"arn": true},
	})
	stack := {"planned_values": {"outputs": {"plinth_stack": {"value": "dev-c01"}}}}
	found := plan.plain with input as object.union(of([one], []), stack)
	found == {0: {
		"type": "test_queue", "address": "test_queue.orders", "stack": "dev-c01", "stage": "plan",
		"actions": ["delete", "create"], "replacePaths": ["name", "attribute.0.type"], "gone": false,
		"after": {"delay": 1}, "unknown": {"arn": true}, "leaves": [["arn"]],
	}}
}

test_without_paths_nothing_forces_a_replacement if {
	found := plan.plain with input as of([queue], [])
	found[0].replacePaths == []
}

test_what_is_deleted_or_deposed_is_gone_and_holds_nothing if {
	deleted := changed(queue, {"actions": ["delete"], "after": null, "after_unknown": {}})
	every one in [deleted, changed(deposed, {"after_unknown": {"arn": true}})] {
		found := plan.plain with input as of([one], [])
		found[0].gone
		[found[0].after, found[0].unknown, found[0].leaves] == [{}, {}, []]
	}
}
