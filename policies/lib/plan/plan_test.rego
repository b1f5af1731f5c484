# Small plans, made by hand, and what they are taken for.
package lib.plan_test

import data.lib.plan

# A plan of these entries, written by these blocks of the root module.
of(entries, blocks) := {
	"format_version": "1.2",
	"resource_changes": entries,
	"configuration": {"root_module": {"resources": blocks}},
}

# An entry that creates `test_queue.orders`.
entry(address, after) := {
	"address": address, "mode": "managed", "type": type, "name": name,
	"change": {"actions": ["create"], "before": null, "after": after, "after_unknown": {}},
} if {
	[type, name] := split(address, ".")
}

changed(one, change) := object.union(one, {"change": change})

# The block of configuration that wrote it.
block(address, expressions) := {"mode": "managed", "type": type, "name": name, "expressions": expressions} if {
	[type, name] := split(address, ".")
}

test_a_plan_says_its_format_and_has_a_part_of_one if {
	every part in ["planned_values", "resource_changes", "configuration"] {
		plan.is_plan with input as {"format_version": "1.2", part: {}}
		not plan.is_plan with input as {part: {}}
	}
	not plan.is_plan with input as {"format_version": "1.2", "values": {}}
}

test_a_plan_that_failed_is_none if {
	not plan.is_plan with input as object.union(of([], []), {"errored": true})
	plan.is_plan with input as object.union(of([], []), {"errored": false})
}

checked(checks) := failed if {
	failed := plan.failed_checks with input as object.union(of([], []), {"checks": checks})
}

check(status, messages) := {
	"address": {"to_display": "check.health"}, "status": status,
	"instances": [{"problems": [{"message": message} | some message in messages]}],
}

test_checks_that_fail_or_err_are_told_with_their_problems if {
	every status in ["fail", "error"] {
		checked([check(status, ["not well", "", "at all"])]) == [{"address": "check.health", "message": "check.health failed: not well; at all"}]
		checked([check(status, [])]) == [{"address": "check.health", "message": "check.health failed"}]
		checked([{"status": status}]) == [{"address": "check", "message": "check failed"}]
	}
}

test_other_checks_are_not if {
	checked([check("pass", ["fine"]), check("unknown", [])]) == []
	plan.failed_checks == [] with input as {"checks": [check("fail", [])]}
}

queue := entry("test_queue.orders", {"delay": 1})

deposed := object.union(queue, {"deposed": "0a1b2c3d"})

test_entries_are_numbered_however_often_an_address_is_there if {
	found := plan.resources with input as of([queue, deposed], [])
	found[0].after == {"delay": 1}
	found[1].gone
	found[0].address == found[1].address
}

test_what_is_no_resource_is_numbered_behind if {
	found := plan.resources with input as of([queue], [])
	[found[1].address, found[2].address] == ["terraform.plan", "terraform.change"]
	count(found) == 3
}

test_numbers_by_type if {
	topic := entry("test_topic.news", {})
	found := plan.by_type with input as of([queue, topic, deposed], [])
	found == {"test_queue": [0, 2], "test_topic": [1]}
}

test_what_is_no_plan_has_no_resources if {
	plan.resources == {} with input as {"resource_changes": [queue]}
}

test_without_links_there_are_none if {
	found := plan.resources with input as of([queue], [])
	[found[0].links, found[0].unresolved] == [{}, {}]
}
