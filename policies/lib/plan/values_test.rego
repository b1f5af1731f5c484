package lib.plan_test

import data.lib.plan

# What is known of a queue that has these values and no configuration: all that is unknown was set.
known(after, unknown, sensitive) := plan.known(changed(
	entry("test_queue.orders", after),
	{"after_unknown": unknown, "after_sensitive": sensitive},
))

test_what_is_known_stands if {
	known({"delay": 1}, {}, {}) == {"after": {"delay": 1}, "unknown": {}, "leaves": []}
}

test_nothing_is_hidden_where_the_plan_does_not_say_what_is if {
	plan.known(queue).after == {"delay": 1}
}

test_nulls_are_gone_but_in_a_list_where_they_keep_a_place if {
	values := {"name": null, "tags": {"team": null, "owner": "a"}, "blocks": [{"a": null}], "list": [null, 1]}
	known(values, {}, {}).after == {"tags": {"owner": "a"}, "blocks": [{}], "list": [null, 1]}
}

test_what_is_unknown_is_named_and_absent if {
	found := known({"delay": 1}, {"arn": true, "ttl": [{"enabled": true}], "tags": false}, {})
	found == {
		"after": {"delay": 1},
		"unknown": {"arn": true, "ttl": [{"enabled": true}]},
		"leaves": [["arn"], ["ttl", 0, "enabled"]],
	}
}

test_what_a_provider_computes_is_not_unknown if {
	one := changed(queue, {"after_unknown": {"arn": true, "key": true}})
	found := plan.known(one) with input as of([one], [block("test_queue.orders", {"key": {"references": ["test_key.main"]}})])
	found == {"after": {"delay": 1}, "unknown": {"key": true}, "leaves": [["key"]]}
}

test_what_is_sensitive_counts_as_unknown_and_is_not_there if {
	every value in ["secret", ["secret"], {"a": "secret"}, 1, 0, true, false] {
		found := known({"password": value, "delay": 1}, {}, {"password": true})
		found == {"after": {"delay": 1}, "unknown": {"password": true}, "leaves": [["password"]]}
	}
}

test_what_is_sensitive_in_a_list_leaves_its_place if {
	known({"names": ["a", "secret", "b"]}, {}, {"names": [false, true]}).after == {"names": ["a", null, "b"]}
}

test_a_mask_on_nothing_hides_nothing if {
	found := known({"delay": 1, "name": null}, {}, {"name": true, "password": true, "delay": false})
	found == {"after": {"delay": 1}, "unknown": {}, "leaves": []}
}

test_a_mask_on_all_values_hides_none_by_itself if {
	known({"delay": 1}, {}, true).after == {"delay": 1}
}

test_unknown_comes_before_sensitive if {
	found := known({"key": "secret"}, {"arn": true}, {"key": true})
	found.leaves == [["arn"], ["key"]]
}

test_a_text_that_is_written_around_tokens_is_known if {
	text := `{"Resource": "${test_queue.orders.arn}"}`
	one := changed(queue, {"after_unknown": {"policy": true, "arn": true}})
	written := {"policy": {"constant_value": text}}
	found := plan.known(one) with input as of([one], [block("test_queue.orders", written)])
	found == {"after": {"delay": 1, "policy": text}, "unknown": {}, "leaves": []}
}

test_a_text_goes_into_what_is_not_there if {
	text := "a ${test_queue.orders.arn}"
	every values in [{"tags": null}, {}] {
		one := changed(entry("test_queue.orders", values), {"after_unknown": {"tags": {"inner": {"team": true, "owner": true}}}})
		written := {"tags": {"inner": {"team": {"constant_value": text}, "owner": {"constant_value": text}}}}
		found := plan.known(one) with input as of([one], [block("test_queue.orders", written)])
		found == {"after": {"tags": {"inner": {"team": text, "owner": text}}}, "unknown": {}, "leaves": []}
	}
}

# Of a queue with these values, of which `unknown` is not known and in whose configuration that is written.
written_into(after, unknown, written) := found if {
	one := changed(entry("test_queue.orders", after), {"after_unknown": unknown})
	found := plan.known(one).after with input as of([one], [block("test_queue.orders", written)])
}

test_a_text_in_a_list_takes_its_own_place if {
	tokens := {"constant_value": "a ${b.c}"}
	written_into({"names": [null, "b"]}, {"names": [true]}, {"names": [tokens, {"constant_value": "b"}]}) == {"names": ["a ${b.c}", "b"]}
	written_into({"rule": [null, {"a": 1}]}, {"rule": [{"name": true}]}, {"rule": [{"name": tokens}, {}]}) == {"rule": [{"name": "a ${b.c}"}, {"a": 1}]}
	written_into({"names": ["x"]}, {"names": [false, true]}, {"names": [{}, tokens]}) == {"names": ["x", "a ${b.c}"]}
}

test_a_text_goes_behind_the_end_of_a_list if {
	tokens := {"constant_value": "a ${b.c}"}
	written := {"rule": [{}, {"name": tokens}, {"name": tokens}, {}, {"name": tokens}]}
	unknown := {"rule": [{}, {"name": true}, {"name": true}, {}, {"name": true}]}
	rule := {"name": "a ${b.c}"}
	every after in [{}, {"rule": null}, {"rule": []}] {
		written_into(after, unknown, written) == {"rule": [null, rule, rule, null, rule]}
	}
	written_into({"rule": [{}, {"a": 1}]}, unknown, written) == {"rule": [{}, {"a": 1, "name": "a ${b.c}"}, rule, null, rule]}
}

echoed(expressions) := found if {
	one := entry("test_queue.orders", {"policy": "as it is now", "delay": 1})
	found := plan.known(one).after with input as of([one], [block("test_queue.orders", expressions)])
		with data.lib.relations.echoes as {"test_queue": ["policy"], "test_topic": ["delay"]}
}

test_an_echo_of_another_resource_is_dropped_unless_it_is_set if {
	echoed({}) == {"delay": 1}
	echoed({"policy": {"constant_value": "as it is now"}}) == {"policy": "as it is now", "delay": 1}
}
