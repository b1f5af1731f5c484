package lib.drift_test

import data.lib.drift

# A plan that finds a queue changed outside of Terraform, and does this with it.
plan(outside, changes) := {
	"format_version": "1.2",
	"resource_drift": [{"address": "test_queue.orders", "mode": "managed", "change": outside}],
	"resource_changes": changes,
}

change(actions, after) := {"address": "test_queue.orders", "mode": "managed", "change": {"actions": actions, "after": after}}

edited := {"before": {"delay": 1, "name": "a"}, "after": {"delay": 2, "name": "a"}}

found(outside, changes) := facts if {
	facts := drift.drifted with input as plan(outside, changes)
}

one(reverted, kept) := {"address": "test_queue.orders", "remade": false, "reverted": reverted, "kept": kept}

test_the_plan_reverts_what_it_sets_back if {
	found(edited, [change(["update"], {"delay": 1, "name": "a"})]) == [one(["delay"], [])]
}

test_it_keeps_what_it_leaves_sets_anew_or_cannot_tell if {
	every after in [{"delay": 2}, {"delay": 3}, {"name": "a"}] {
		found(edited, [change(["no-op"], after)]) == [one([], ["delay"])]
	}
}

test_both_are_sorted if {
	before := {"a": 1, "b": 1, "c": 1, "d": 1}
	after := {"a": 2, "b": 2, "c": 2, "d": 2}
	found({"before": before, "after": after}, [change(["update"], {"d": 1, "b": 1, "c": 2, "a": 2})]) == [one(["b", "d"], ["a", "c"])]
}

test_what_appears_or_disappears_has_changed if {
	found({"before": {"a": 1}, "after": {"b": 1}}, [change(["no-op"], {"b": 1})]) == [one([], ["a", "b"])]
	found({"before": {"a": 1}, "after": {"b": 1}}, [change(["update"], {"a": 1, "b": null})]) == [one(["a", "b"], [])]
}

test_null_and_every_empty_value_are_the_same_as_nothing if {
	every value in [null, "", [], {}] {
		found({"before": {"a": value}, "after": {}}, [change(["no-op"], {})]) == [one([], [])]
	}
	every value in [0, false, [null]] {
		found({"before": {"a": value}, "after": {}}, [change(["no-op"], {})]) == [one([], ["a"])]
	}
}

test_what_was_deleted_is_remade_where_the_plan_creates_it if {
	deleted := {"before": {"delay": 1}, "after": null}
	found(deleted, [change(["create"], {"delay": 1})]) == [object.union(one([], []), {"remade": true})]
	found(deleted, [change(["no-op"], null)]) == [one([], [])]
	found(edited, [change(["delete", "create"], {"delay": 2})]) == [one([], ["delay"])]
	found({"before": {"delay": 1}}, [change(["create"], {})]) == [object.union(one([], []), {"remade": true})]
}

test_what_was_made_outside_differs_in_all_it_holds if {
	every before in [null, "none"] {
		found({"before": before, "after": {"delay": 1}}, [change(["no-op"], {"delay": 1})]) == [one([], ["delay"])]
	}
	found({"after": {"delay": 1}}, [change(["update"], {"delay": null})]) == [one(["delay"], [])]
}

test_only_resources_of_the_plan_drift if {
	same := change(["no-op"], {"delay": 2})
	found(edited, []) == []
	found(edited, [object.union(same, {"address": "test_queue.other"})]) == []
	drift.drifted == [] with input as object.remove(plan(edited, [same]), ["format_version"])
	every drifted in [{}, [{"mode": "data", "address": "test_queue.orders", "change": edited}]] {
		drift.drifted == [] with input as object.union(plan(edited, [same]), {"resource_drift": drifted})
	}
}

test_without_a_mode_it_is_managed if {
	drifted := {"resource_drift": [{"address": "test_queue.orders", "change": edited}]}
	facts := drift.drifted with input as object.union(plan(edited, [change(["no-op"], {})]), drifted)
	facts == [one([], ["delay"])]
}

test_a_plan_without_drift_has_none if {
	drift.drifted == [] with input as object.remove(plan(edited, [change(["no-op"], {})]), ["resource_drift"])
}

test_of_two_entries_the_last_counts_and_a_deposed_one_never if {
	kept := change(["no-op"], {"delay": 2})
	reverted := change(["update"], {"delay": 1})
	deposed := object.union(reverted, {"deposed": "0a1b2c3d"})
	found(edited, [kept, reverted]) == [one(["delay"], [])]
	found(edited, [reverted, kept]) == [one([], ["delay"])]
	found(edited, [kept, deposed]) == [one([], ["delay"])]
	found(edited, [deposed]) == []
}

test_a_deferred_change_counts if {
	later := {"deferred_changes": [{"resource_change": change(["update"], {"delay": 1})}]}
	facts := drift.drifted with input as object.union(plan(edited, []), later)
	facts == [one(["delay"], [])]
}

told(outside, changes) := said if {
	said := drift.told with input as plan(outside, changes)
}

test_told_is_what_the_plan_undoes if {
	told(edited, [change(["update"], {"delay": 1})]) == {{
		"address": "test_queue.orders",
		"message": "test_queue.orders was changed outside of Terraform (delay); this plan reverts it",
	}}
	told({"before": {"delay": 1}, "after": null}, [change(["create"], {"delay": 1})]) == {{
		"address": "test_queue.orders",
		"message": "test_queue.orders was deleted outside of Terraform; this plan creates it again",
	}}
}

test_every_reverted_attribute_is_named if {
	both := {"before": {"delay": 1, "name": "a"}, "after": {"delay": 2, "name": "b"}}
	some said in told(both, [change(["update"], {"delay": 1, "name": "a"})])
	contains(said.message, "(delay, name)")
}

test_what_the_plan_keeps_is_not_told if told(edited, [change(["no-op"], {"delay": 2})]) == set()
