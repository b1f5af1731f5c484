package lib.plan_test

import data.lib.plan

# An alias carries its function, a mapping its alias with the function, a queue its mappings with all of that.
table := [
	{
		"name": "function", "on": "from", "depth": 1, "carries": ["timeout"],
		"from": "test_alias", "via": ["target"],
		"to": "test_function", "by": ["arn"],
	},
	{
		"name": "alias", "on": "from", "depth": 2, "carries": [],
		"from": "test_mapping", "via": ["target"],
		"to": "test_alias", "by": ["arn"],
	},
	{
		"name": "mappings", "on": "to", "depth": 3, "carries": ["batch"],
		"from": "test_mapping", "via": ["source"],
		"to": "test_queue", "by": ["arn"],
	},
	{
		"name": "source", "on": "from", "depth": 1, "carries": [],
		"from": "test_mapping", "via": ["source"],
		"to": "test_queue", "by": ["arn"],
	},
]

function := entry("test_function.orders", {"arn": "f", "timeout": 3, "memory": 128})

alias := entry("test_alias.live", {"arn": "a", "target": "f"})

mapping := entry("test_mapping.orders", {"target": "a", "source": "q", "batch": 5})

source := entry("test_queue.orders", {"arn": "q"})

linked(entries) := found if {
	found := plan.links with input as of(entries, []) with data.lib.relations.table as table
}

link(address, after, links) := {"address": address, "after": after, "unknown": {}, "links": links}

to_function := {"function": [link("test_function.orders", {"timeout": 3}, {})]}

to_alias := {"alias": [link("test_alias.live", {}, to_function)]}

to_source := {"source": [link("test_queue.orders", {}, {})]}

test_a_link_shows_of_the_other_end_what_it_carries if {
	linked([function, alias]) == {1: to_function}
	linked([alias, function]) == {0: to_function}
}

test_it_shows_what_is_unknown_of_that_too if {
	computed := changed(entry("test_function.orders", {"arn": "f"}), {"after_unknown": {"timeout": true, "memory": true}})
	found := linked([alias, computed])
	found[0].function == [{"address": "test_function.orders", "after": {}, "unknown": {"timeout": true}, "links": {}}]
}

test_a_link_of_depth_two_carries_those_of_depth_one if {
	linked([function, alias, mapping]) == {1: to_function, 2: to_alias}
}

test_a_link_of_depth_three_carries_all_below if {
	linked([function, alias, mapping, source]) == {
		1: to_function,
		2: object.union(to_alias, to_source),
		3: {"mappings": [link("test_mapping.orders", {"batch": 5}, object.union(to_alias, to_source))]},
	}
}

test_it_needs_none_below if {
	linked([mapping, source]) == {
		0: to_source,
		1: {"mappings": [link("test_mapping.orders", {"batch": 5}, to_source)]},
	}
}

test_each_of_many_is_linked_in_the_order_of_the_plan if {
	other := entry("test_mapping.again", {"source": "q", "batch": 6})
	found := linked([source, mapping, other])
	[one.after.batch | some one in found[0].mappings] == [5, 6]
}

test_what_is_gone_is_linked_to_nothing if {
	gone := {"deposed": "0a1b2c3d"}
	linked([function, object.union(alias, gone)]) == {}
	linked([object.union(function, gone), alias]) == {}
}

# Which links of which resources nobody can resolve, when the mapping's source is this.
open(entries, references) := found if {
	written := block("test_mapping.orders", {"source": {"references": references}})
	found := plan.unresolved with input as of(entries, [written]) with data.lib.relations.table as table
}

unsaid := entry("test_mapping.orders", {"batch": 5})

test_a_reference_to_what_has_a_value_only_elsewhere_leaves_both_ends_open if {
	every root in ["var", "local", "module", "each", "count", "self"] {
		open([unsaid, source], [$"{root}.source"]) == {0: {"source": true}, 1: {"mappings": true}}
	}
}

test_every_resource_it_may_mean_is_open if {
	other := entry("test_queue.other", {"arn": "o"})
	gone := object.union(source, {"deposed": "0a1b2c3d"})
	open([other, gone, source, unsaid], ["var.source"]) == {0: {"mappings": true}, 2: {"mappings": true}, 3: {"source": true}}
}

test_nothing_is_open_where_a_target_is_known if {
	open([mapping, source], ["var.source"]) == {}
	open([unsaid, source], ["test_queue.orders", "var.source"]) == {}
}

test_nothing_is_open_for_a_resource_elsewhere_or_of_one_that_is_gone if {
	open([unsaid, source], ["test_queue.other", "variable.source", "data.test_queue.var.a"]) == {}
	open([object.union(unsaid, {"deposed": "0a1b2c3d"}), source], ["var.source"]) == {}
}
