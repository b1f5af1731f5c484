package lib.plan_test

import data.lib.plan

# Rows that say in each way how one resource names another.
ways := [
	{
		"name": "queues", "on": "from", "depth": 1, "carries": [],
		"from": "test_policy", "via": ["target"],
		"to": "test_queue", "by": ["id", "arn"],
	},
	{
		"name": "queues", "on": "from", "depth": 1, "carries": [],
		"from": "test_policy", "via": ["target"], "prefix": "queue/",
		"to": "test_queue", "by": ["name"],
	},
	{
		"name": "topics", "on": "from", "depth": 1, "carries": [],
		"from": "test_policy", "via": ["news", "topic"],
		"to": "test_topic", "by": ["arn"],
	},
	{
		"name": "deep", "on": "from", "depth": 1, "carries": [],
		"from": "test_policy", "via": ["news", "by", "topic"],
		"to": "test_topic", "by": ["arn"],
	},
]

# The addresses that a policy with these values is linked to.
named(after, others) := {other.address |
	found := plan.links with input as of(array.concat([entry("test_policy.it", after)], others), [])
		with data.lib.relations.table as ways
	some other in found[0][_]
}

orders := entry("test_queue.orders", {"id": "1", "arn": "arn:1", "name": "orders", "policy": ""})

news := entry("test_topic.news", {"arn": "arn:news"})

test_a_value_that_identifies_another_names_it if {
	every value in ["1", "arn:1", ["no", "1"], {"to": "arn:1"}, `{"deadLetterTargetArn": "arn:1"}`] {
		named({"target": value}, [orders]) == {"test_queue.orders"}
	}
}

test_another_value_names_nothing if {
	every value in ["2", 1, "", [], `{"deadLetterTargetArn": "arn:2"}`, ` {"to": "arn:1"}`, "{arn:1"] {
		named({"target": value}, [orders]) == set()
	}
	named({"other": "arn:1"}, [orders]) == set()
}

test_a_value_of_another_type_names_nothing if named({"target": "arn:news"}, [orders, news]) == set()

test_an_empty_value_identifies_nothing if {
	named({"target": ""}, [entry("test_queue.orders", {"id": ""})]) == set()
}

test_what_is_gone_is_named_by_nobody if {
	named({"target": "1"}, [object.union(orders, {"deposed": "0a1b2c3d"})]) == set()
}

test_a_block_in_a_block_names_another if {
	named({"news": [{"by": []}, {"by": [{}, {"topic": "arn:news"}]}]}, [news]) == {"test_topic.news"}
	named({"news": [{"by": [{"topic": "arn:other"}]}]}, [news]) == set()
}

test_a_prefix_may_precede if {
	every value in ["queue/orders", "orders"] {
		named({"target": value}, [orders]) == {"test_queue.orders"}
	}
	named({"target": "queues/orders"}, [orders]) == set()
}

test_all_of_one_identity_are_named if {
	twin := entry("test_queue.twin", {"id": "1"})
	named({"target": "1"}, [orders, twin]) == {"test_queue.orders", "test_queue.twin"}
}

test_a_block_or_each_of_a_list_names_by_its_attribute if {
	named({"news": [{"topic": "no"}, {"topic": "arn:news"}]}, [news]) == {"test_topic.news"}
	named({"news": [{"subject": "arn:news"}]}, [news]) == set()
	named({"topic": "arn:news"}, [news]) == set()
}

# The addresses that a policy is linked to whose target is written by these references.
referenced(policy, references, others) := {other.address |
	written := block("test_policy.it", {"target": {"references": references}})
	calls := {"m": {"module": {"resources": [written]}}}
	configuration := {"configuration": {"root_module": {"resources": [written], "module_calls": calls}}}
	found := plan.links with input as object.union(of(array.concat([policy], others), []), configuration)
		with data.lib.relations.table as [ways[0]]
	some other in found[0][_]
}

policy := entry("test_policy.it", {})

# The same in a module, or with an index.
placed(one, module, index) := object.union(one, {"module_address": module, "address": $"{module}.{one.address}{index}"})

instance(one, index) := object.union(one, {"address": $"{one.address}{index}"})

test_a_reference_names_a_resource if {
	referenced(policy, ["test_queue.orders.arn", "test_queue.orders"], [orders, news]) == {"test_queue.orders"}
	referenced(policy, ["test_queue.other"], [orders]) == set()
}

test_a_reference_to_data_or_another_type_names_nothing if {
	referenced(policy, ["data.test_queue.orders"], [orders]) == set()
	referenced(policy, ["test_topic.news"], [orders, news]) == set()
	referenced(policy, ["test_topic.news"], [instance(news, "[0]"), orders]) == set()
}

test_a_reference_to_a_block_names_the_instance_of_the_same_index if {
	both := [instance(orders, "[0]"), instance(orders, "[1]")]
	referenced(instance(policy, "[1]"), ["test_queue.orders"], both) == {"test_queue.orders[1]"}
	referenced(instance(policy, "[2]"), ["test_queue.orders"], both) == {"test_queue.orders[0]", "test_queue.orders[1]"}
	referenced(policy, ["test_queue.orders"], both) == {"test_queue.orders[0]", "test_queue.orders[1]"}
}

test_a_reference_to_an_instance_names_that_one if {
	both := [instance(orders, "[0]"), instance(orders, "[1]")]
	referenced(instance(policy, "[1]"), ["test_queue.orders[0]", "test_queue.orders"], both) == {"test_queue.orders[0]"}
}

test_an_address_of_another_type_is_no_reason_to_look_for_its_block if {
	others := [news, instance(orders, "[0]")]
	referenced(policy, ["test_topic.news", "test_queue.orders"], others) == set()
}

test_a_reference_stays_in_its_module if {
	inside := placed(orders, "module.m", "")
	referenced(placed(policy, "module.m", ""), ["test_queue.orders"], [orders, inside]) == {"module.m.test_queue.orders"}
	referenced(policy, ["test_queue.orders"], [orders, inside]) == {"test_queue.orders"}
	referenced(placed(policy, "module.m[0]", ""), ["test_queue.orders"], [placed(orders, "module.m[1]", ""), placed(orders, "module.m[0]", "")]) == {"module.m[0].test_queue.orders"}
}

test_what_is_gone_is_referenced_by_nobody if {
	gone := {"deposed": "0a1b2c3d"}
	referenced(policy, ["test_queue.orders"], [object.union(orders, gone)]) == set()
	referenced(policy, ["test_queue.orders"], [object.union(instance(orders, "[0]"), gone)]) == set()
}
