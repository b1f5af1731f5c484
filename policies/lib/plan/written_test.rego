package lib.plan_test

import data.lib.plan

# Whether `test_queue.orders`, written so, sets what lies at a path.
sets(expressions, path) if {
	plan.is_set(queue, path) with input as of([queue], [block("test_queue.orders", expressions)])
}

token := {"references": ["test_key.main"]}

fixed := {"constant_value": "text"}

test_an_attribute_is_set_by_a_token_or_a_constant if {
	sets({"key": token}, ["key"])
	sets({"key": fixed}, ["key"])
	sets({"key": {"constant_value": null}}, ["key"])
	not sets({"other": token}, ["key"])
	not sets({"key": {}}, ["key"])
}

test_an_expression_sets_all_below_it if {
	sets({"tags": token}, ["tags", "team"])
	sets({"tags": {"constant_value": {}}}, ["tags", "team", "name"])
	not sets({"tags": {}}, ["tags", "team"])
}

test_a_block_sets_what_it_writes if {
	written := {"ttl": [{"enabled": token}]}
	sets(written, ["ttl", 0, "enabled"])
	sets(written, ["ttl", 0])
	not sets(written, ["ttl", 0, "name"])
}

test_an_index_that_is_not_written_may_be_of_a_dynamic_block if {
	written := {"ttl": [{"enabled": token}]}
	sets(written, ["ttl", 1])
	sets(written, ["ttl", 1, "name"])
	not sets(written, ["other", 1])
}

test_what_is_derived_is_always_set if sets({}, ["tags_all", "team"])

test_without_configuration_everything_is_set if {
	plan.is_set(queue, ["key"]) with input as of([queue], [])
	not plan.is_set(queue, ["key"]) with input as of([queue], [block("test_queue.orders", {})])
}

test_a_data_source_of_the_same_name_wrote_nothing if {
	data_source := object.union(block("test_queue.orders", {}), {"mode": "data"})
	plan.is_set(queue, ["key"]) with input as of([queue], [data_source])
	bare := object.remove(data_source, ["mode"])
	not plan.is_set(queue, ["key"]) with input as of([queue], [bare])
}

test_a_block_without_expressions_sets_nothing if {
	bare := object.remove(block("test_queue.orders", {}), ["expressions"])
	not plan.is_set(queue, ["key"]) with input as of([queue], [bare])
}

test_a_block_of_a_module_wrote_all_its_instances if {
	calls := {"a": {"module": {"module_calls": {"b": {"module": {"resources": [block("test_queue.orders", {"key": token})]}}}}}}
	every address in ["module.a.module.b", "module.a[0].module.b[12]", `module.a["x\"].y"].module.b`] {
		inner := object.union(queue, {"module_address": address})
		written := object.union(of([inner], []), {"configuration": {"root_module": {"module_calls": calls}}})
		plan.is_set(inner, ["key"]) with input as written
		not plan.is_set(inner, ["name"]) with input as written
	}
}

text_of(text) := found if {
	written := {"policy": {"constant_value": text}}
	found := plan.written_text(queue, ["policy"]) with input as of([queue], [block("test_queue.orders", written)])
}

test_a_text_around_tokens_is_as_written if {
	every text in ["a ${b.c}", "${a} and ${b} too", "what ${a}", `{"Key": "${b.c}"}`, `[{"Key": "${b.c}"}]`] {
		text_of(text) == text
	}
}

test_a_mere_token_a_constant_and_half_a_document_say_nothing if {
	every text in ["${b.c}", "${a}${b}", "constant", "", `{"Key": ${b.c}, "`, `[{"Key": ${b.c}}]`, 1] {
		not text_of(text)
	}
}

test_what_is_no_text_or_not_written_has_none if {
	every expressions in [{"policy": token}, {}] {
		not plan.written_text(queue, ["policy"]) with input as of([queue], [block("test_queue.orders", expressions)])
	}
	not plan.written_text(queue, ["policy"]) with input as of([queue], [])
}
