package lib.pseudo_test

import data.lib.pseudo

# An entry of a plan that does this to a queue.
does(actions) := {"type": "test_queue", "mode": "managed", "change": {"actions": actions, "before": null}}

plan_of(entries) := {"resource_changes": entries}

counted(entries) := found if {
	found := pseudo.counts.after with input as plan_of(entries)
}

# What is counted, where it is not nothing.
some_of(counts) := {name: count | some name, count in counts; count != 0; count != {}}

test_nothing_is_counted_of_nothing if {
	counted([]) == {
		"resources": 0, "existing": 0, "creates": 0, "updates": 0, "deletes": 0,
		"replaces": 0, "forgets": 0, "imports": 0, "moves": 0, "losses": {},
	}
}

test_each_is_counted_by_what_becomes_of_it if {
	lost := {"test_queue": 1}
	becomes := [
		{"actions": ["no-op"], "counts": {}},
		{"actions": ["read"], "counts": {}},
		{"actions": ["create"], "counts": {"creates": 1}},
		{"actions": ["update"], "counts": {"updates": 1}},
		{"actions": ["delete"], "counts": {"deletes": 1, "losses": lost}},
		{"actions": ["delete", "create"], "counts": {"replaces": 1, "losses": lost}},
		{"actions": ["create", "delete"], "counts": {"replaces": 1, "losses": lost}},
		{"actions": ["forget"], "counts": {"forgets": 1}},
		{"actions": ["create", "forget"], "counts": {"forgets": 1}},
		{"actions": ["update", "forget"], "counts": {"forgets": 1}},
	]
	every one in becomes {
		some_of(counted([does(one.actions)])) == object.union(one.counts, {"resources": 1})
	}
}

test_an_action_nobody_knows_may_be_a_loss if {
	every actions in [["shred"], ["delete", "shred"], [], "delete", null] {
		some_of(counted([does(actions)])) == {"resources": 1, "losses": {"test_queue": 1}}
	}
	some_of(counted([{"type": "test_queue", "change": {}}])) == {"resources": 1, "losses": {"test_queue": 1}}
}

test_losses_are_counted_by_type if {
	topic := object.union(does(["delete"]), {"type": "test_topic"})
	found := counted([does(["delete"]), does(["delete", "create"]), topic, does(["update"])])
	found.losses == {"test_queue": 2, "test_topic": 1}
}

test_what_is_there_imported_or_moved_is_counted if {
	there := object.union(does(["no-op"]), {"change": {"before": {}}})
	some_of(counted([there])) == {"resources": 1, "existing": 1}
	imported := object.union(does(["no-op"]), {"change": {"importing": {"id": "a"}}})
	some_of(counted([imported])) == {"resources": 1, "imports": 1}
	moved := object.union(does(["no-op"]), {"previous_address": "test_queue.before"})
	some_of(counted([moved])) == {"resources": 1, "moves": 1}
}

test_what_is_no_managed_object_is_not_counted if {
	counted([object.union(does(["read"]), {"mode": "data"}), {"type": "test_queue", "change": null}]) == counted([])
	some_of(counted([object.remove(does(["create"]), ["mode"])])) == {"resources": 1, "creates": 1}
	every entries in [{}, null, "none"] {
		counted(entries) == counted([])
	}
}

later := {"deferred_changes": [{"resource_change": does(["delete"])}, {"reason": "unknown"}]}

test_what_is_put_off_counts_and_makes_the_losses_uncertain if {
	found := pseudo.counts with input as object.union(plan_of([does(["create"])]), later)
	some_of(found.after) == {"resources": 2, "creates": 1, "deletes": 1, "losses": {"test_queue": 1}}
	[found.unknown, found.leaves] == [{"losses": true}, [["losses"]]]
}

test_so_does_a_plan_that_says_it_is_not_complete if {
	partial := pseudo.counts with input as {"complete": false}
	[partial.unknown, partial.leaves] == [{"losses": true}, [["losses"]]]
	every plan in [{"complete": true}, {}, {"deferred_changes": [{"reason": "unknown"}]}] {
		found := pseudo.counts with input as plan
		[found.unknown, found.leaves] == [{}, []]
	}
}

test_it_is_judged_as_the_plan if {
	found := pseudo.counts with input as {}
	[found.type, found.address] == ["terraform_plan", "terraform.plan"]
}

named := {"planned_values": {"outputs": {"plinth_stack": {"value": "dev-c01"}}}}

test_a_change_names_the_stack_that_it_changes_and_in_which_something_goes if {
	effects := [
		{"actions": ["no-op"], "changed": [], "losing": []},
		{"actions": ["create"], "changed": ["dev-c01"], "losing": []},
		{"actions": ["delete"], "changed": ["dev-c01"], "losing": ["dev-c01"]},
		{"actions": ["delete", "create"], "changed": ["dev-c01"], "losing": ["dev-c01"]},
		{"actions": ["forget"], "changed": ["dev-c01"], "losing": ["dev-c01"]},
		{"actions": ["shred"], "changed": ["dev-c01"], "losing": ["dev-c01"]},
	]
	every one in effects {
		found := pseudo.change with input as object.union(named, plan_of([does(one.actions)]))
		found.after == {"changed": one.changed, "losing": one.losing}
	}
}

test_a_change_of_no_stack_names_none if {
	found := pseudo.change with input as plan_of([does(["delete"])])
	found.after == {"changed": [], "losing": []}
	[found.type, found.address] == ["terraform_change", "terraform.change"]
}
