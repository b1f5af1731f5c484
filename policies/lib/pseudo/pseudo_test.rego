# Small plans, made by hand, and what of them is judged like a resource.
package lib.pseudo_test

import data.lib.pseudo

# What a plan with this configuration holds of a type: address -> what is judged of it.
configured(type, configuration) := {one.address: one.after |
	found := pseudo.subjects with input as {"configuration": configuration}
	some one in found
	one.type == type
}

root(module) := {"root_module": module}

test_each_is_like_a_resource_that_stays_as_it_is if {
	plan := {
		"planned_values": {"outputs": {"plinth_stack": {"value": "dev-c01"}}},
		"configuration": root({"outputs": {"url": {}}}),
	}
	found := pseudo.subjects with input as plan
	some one in found
	one == {
		"type": "terraform_output", "address": "output.url", "stack": "dev-c01", "stage": "plan",
		"actions": [], "replacePaths": [], "gone": false,
		"after": {"name": "url", "sensitive": false}, "unknown": {}, "leaves": [],
		"links": {}, "unresolved": {},
	}
}

test_a_plan_and_the_change_it_is_part_of_are_always_judged if {
	found := pseudo.subjects with input as {}
	[one.address | some one in found] == ["terraform.plan", "terraform.change"]
	found[0].stack == null
}

test_all_kinds_are_judged if {
	resources := [
		{"mode": "managed", "type": "test_queue", "name": "orders", "provisioners": [{"type": "local-exec"}]},
		{"mode": "data", "type": "test_key", "name": "main"},
	]
	configuration := {
		"provider_config": {"test": {"name": "test"}},
		"root_module": {"variables": {"region": {}}, "outputs": {"url": {}}, "resources": resources},
	}
	found := pseudo.subjects with input as {"configuration": configuration}
	{one.address | some one in found} == {
		"terraform.plan", "terraform.change", "provider.test", "var.region", "output.url",
		"data.test_key.main", "test_queue.orders.provisioner.local-exec",
	}
}

called(output) := {"planned_values": {"outputs": {"plinth_stack": output}}}

test_a_stack_says_its_name_unless_it_hides_it if {
	pseudo.stack == "dev-c01" with input as called({"value": "dev-c01", "sensitive": false})
	pseudo.stack == null with input as called({"value": "dev-c01", "sensitive": true})
	pseudo.stack == null with input as {}
}

variable(body) := configured("terraform_variable", root({"variables": {"region": body}}))["var.region"]

test_of_a_variable_it_counts_whether_it_is_sensitive_and_preset if {
	variable({}) == {"name": "region", "sensitive": false, "preset": false}
	variable({"sensitive": true, "default": "here"}) == {"name": "region", "sensitive": true, "preset": true}
}

test_an_empty_default_is_none if {
	every value in ["", null] {
		variable({"default": value}).preset == false
	}
	every value in [0, false, [], "a"] {
		variable({"default": value}).preset == true
	}
}

test_only_true_is_sensitive if {
	every value in [false, "true", 1] {
		variable({"sensitive": value}).sensitive == false
	}
}

test_of_an_output_it_counts_whether_it_is_sensitive if {
	every sensitive in [true, false] {
		outputs := {"url": {"sensitive": sensitive}}
		configured("terraform_output", root({"outputs": outputs})) == {"output.url": {"name": "url", "sensitive": sensitive}}
	}
}

managed := {"mode": "managed", "type": "test_queue", "name": "orders"}

found_data := {"mode": "data", "type": "test_queue", "name": "orders"}

nested(resources) := root({"module_calls": {"a": {"module": {
	"resources": resources,
	"module_calls": {"b": {"module": {"resources": resources}}},
}}}})

test_data_sources_are_found_however_deep if {
	configured("terraform_data_source", root({"resources": [managed, found_data]})) == {"data.test_queue.orders": {"type": "test_queue"}}
	configured("terraform_data_source", nested([found_data])) == {
		"module.a.data.test_queue.orders": {"type": "test_queue"},
		"module.a.module.b.data.test_queue.orders": {"type": "test_queue"},
	}
}

provisioned(one, kinds) := object.union(one, {"provisioners": [{"type": kind} | some kind in kinds]})

test_each_kind_of_provisioner_counts_once if {
	kinds := ["local-exec", "file", "local-exec", 1]
	configured("terraform_provisioner", root({"resources": [provisioned(managed, kinds)]})) == {
		"test_queue.orders.provisioner.local-exec": {"kind": "local-exec"},
		"test_queue.orders.provisioner.file": {"kind": "file"},
	}
	configured("terraform_provisioner", root({"resources": [provisioned(found_data, kinds)]})) == {}
	bare := object.remove(managed, ["mode"])
	count(configured("terraform_provisioner", root({"resources": [provisioned(bare, kinds)]}))) == 2
	configured("terraform_provisioner", nested([provisioned(managed, ["file"])])) == {
		"module.a.test_queue.orders.provisioner.file": {"kind": "file"},
		"module.a.module.b.test_queue.orders.provisioner.file": {"kind": "file"},
	}
}

test_only_modules_have_resources if {
	lists := [
		{"variables": {"a": {"resources": [found_data]}}},
		{"module_calls": {"a": {"resources": [found_data]}}},
		{"module_calls": {"a": {"expressions": {"resources": [found_data]}}}},
		{"other": {"a": {"module": {"resources": [found_data]}}}},
		{"module_calls": {"a": {"other": {"resources": [found_data]}}}},
		{"resources": {"a": found_data}},
	]
	every module in lists {
		configured("terraform_data_source", root(module)) == {}
	}
}
