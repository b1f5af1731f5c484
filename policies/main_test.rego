# What the door makes of what policies say: small plans and answers made by hand. The policies are left out; that they
# and the driver's agree, whole plans show.
package main_test

import data.main

queue := {
	"address": "test_queue.orders", "mode": "managed", "type": "test_queue", "name": "orders",
	"change": {"actions": ["create"], "before": null, "after": {"delay": 1}, "after_unknown": {}},
}

hiding(paths) := object.union(queue, {"change": {"after_unknown": paths}})

deleted := object.union(object.remove(queue, ["change"]), {"change": {"actions": ["delete"], "before": {}, "after": null, "after_unknown": {}}})

plan_of(entries) := {"format_version": "1.2", "resource_changes": entries}

# A rule on queues that reads the key and the policies of others.
rule := {
	"types": {"test_queue": true}, "stages": ["synth", "plan"], "unknown": "defer", "changes": false,
	"after": [["key"], ["ttl", 0, "enabled"]], "links": ["policies"],
}

finding(n) := {"n": n, "id": "TEST-001", "certain": false, "message": "test_queue.orders has no key"}

certain(n) := object.union(finding(n), {"certain": true})

# What the door says of a plan when policies find this.
said(plan, facts, findings) := {"deny": texts(deny), "warn": texts(warn)} if {
	deny := main.deny with input as plan with data.dispatch.rules as {"TEST-001": facts} with data.dispatch.findings as findings
	warn := main.warn with input as plan with data.dispatch.rules as {"TEST-001": facts} with data.dispatch.findings as findings
}

texts(entries) := {$"{one.id} {one.address}: {one.message}" | some one in entries}

denied := {"deny": {"TEST-001 test_queue.orders: test_queue.orders has no key"}, "warn": set()}

nothing := {"deny": set(), "warn": set()}

open(reason) := {"deny": set(), "warn": {$"TEST-001 test_queue.orders: test_queue.orders cannot be judged: {reason} is known only after apply, or sensitive"}}

test_what_policies_find_is_denied if {
	said(plan_of([queue]), rule, {finding(0)}) == denied
	said(plan_of([queue]), rule, {certain(0)}) == denied
	said(plan_of([queue]), rule, set()) == nothing
}

test_an_entry_has_an_id_an_address_a_message_and_what_conftest_prints if {
	main.deny == {{
		"id": "TEST-001", "address": "test_queue.orders", "message": "test_queue.orders has no key",
		"msg": "[TEST-001] test_queue.orders has no key",
	}} with input as plan_of([queue]) with data.dispatch.rules as {} with data.dispatch.findings as {finding(0)}
}

test_what_a_rule_reads_and_nobody_knows_leaves_it_open if {
	said(plan_of([hiding({"key": true})]), rule, set()) == open("key")
	said(plan_of([hiding({"key": true, "ttl": true})]), rule, set()) == open("key, ttl")
	said(plan_of([hiding({"delay": true})]), rule, set()) == nothing
}

test_what_is_missing_is_withdrawn_then_and_what_was_read_stands if {
	hidden := plan_of([hiding({"key": true})])
	said(hidden, rule, {finding(0)}) == open("key")
	said(hidden, rule, {certain(0)}) == denied
}

test_what_is_unknown_of_another_resource_leaves_this_one_as_it_is if {
	other := object.union(hiding({"key": true}), {"address": "test_queue.other"})
	said(plan_of([queue, other]), rule, {finding(0)}).deny == denied.deny
}

test_a_block_that_is_unknown_as_a_whole_or_below_leaves_open_what_is_in_it if {
	every paths in [{"ttl": true}, {"ttl": [true]}, {"ttl": [{"enabled": true}]}] {
		said(plan_of([hiding(paths)]), rule, set()) == open("ttl")
	}
	every paths in [{"ttl": [{"name": true}]}, {"ttl": [false, true]}] {
		said(plan_of([hiding(paths)]), rule, set()) == nothing
	}
	whole := object.union(rule, {"after": [["ttl"]]})
	said(plan_of([hiding({"ttl": [{"name": true}]})]), whole, set()) == open("ttl")
}

taking(unknown) := object.union(rule, {"unknown": unknown})

test_where_unknown_counts_as_set_only_what_is_missed_asks if {
	block := plan_of([hiding({"ttl": true})])
	said(block, taking("set"), {finding(0)}) == open("ttl")
	said(block, taking("set"), set()) == nothing
	said(plan_of([hiding({"key": true})]), taking("set"), {finding(0)}) == denied
	said(plan_of([hiding({"ttl": [{"enabled": true}]})]), taking("set"), {finding(0)}) == denied
}

test_a_finding_of_another_rule_or_resource_asks_nothing if {
	block := plan_of([hiding({"ttl": true}), queue])
	said(block, taking("set"), {object.union(finding(0), {"id": "TEST-002"})}).warn == set()
	said(block, taking("set"), {finding(1)}).warn == set()
}

test_where_unknown_is_denied_it_is if {
	said(plan_of([hiding({"key": true})]), taking("deny"), set()) == {
		"deny": open("key").warn,
		"warn": set(),
	}
}

test_a_rule_of_other_types_or_another_stage_waits_for_nothing if {
	hidden := plan_of([hiding({"key": true})])
	said(hidden, object.union(rule, {"stages": ["synth"]}), set()) == nothing
	said(hidden, object.union(object.remove(rule, ["types"]), {"types": {"test_topic": true}}), set()) == nothing
}

table := [{
	"name": "policies", "on": "to", "depth": 1, "carries": ["policy"],
	"from": "test_policy", "via": ["queue"],
	"to": "test_queue", "by": ["arn"],
}]

policy(after, unknown) := {
	"address": "test_policy.it", "mode": "managed", "type": "test_policy", "name": "it",
	"change": {"actions": ["create"], "before": null, "after": after, "after_unknown": unknown},
}

named := object.union(queue, {"change": {"after": {"arn": "q"}}})

written(references) := {"configuration": {"root_module": {"resources": [{
	"mode": "managed", "type": "test_policy", "name": "it",
	"expressions": {"queue": {"references": references}, "policy": {"references": ["local.policy"]}},
}]}}}

test_so_does_what_is_unknown_of_what_is_linked if {
	linked := plan_of([named, policy({"queue": "q"}, {"policy": true})])
	said(linked, rule, {finding(0)}) == open("policy of test_policy.it") with data.lib.relations.table as table
	said(linked, object.union(rule, {"links": ["others"]}), {finding(0)}) == denied with data.lib.relations.table as table
	known := plan_of([named, policy({"queue": "q", "policy": "{}"}, {})])
	said(known, rule, {finding(0)}) == denied with data.lib.relations.table as table
}

test_and_a_link_that_nobody_can_resolve if {
	loose := object.union(plan_of([named, policy({}, {"queue": true})]), written(["var.queue"]))
	said(loose, rule, {finding(0)}) == open("which policies belong to it") with data.lib.relations.table as table
	said(loose, object.union(rule, {"links": []}), {finding(0)}) == denied with data.lib.relations.table as table
}

test_reasons_are_sorted_and_the_same_ones_once if {
	hidden := object.union(named, {"change": {"after_unknown": {"ttl": [{"enabled": true}], "key": true}}})
	linked := plan_of([hidden, policy({"queue": "q"}, {"policy": true})])
	facts := object.union(rule, {"after": [["ttl", 0, "enabled"], ["key"], ["ttl", 0, "name"]]})
	said(linked, facts, set()) == open("key, policy of test_policy.it, ttl") with data.lib.relations.table as table
}

test_what_is_gone_waits_only_for_rules_on_changes if {
	main.applies(rule, {"gone": false})
	not main.applies(rule, {"gone": true})
	main.applies(object.union(rule, {"changes": true}), {"gone": true})
	not main.applies({"stages": ["synth"], "changes": true}, {"gone": true})
}

test_policies_are_given_resources_by_type_with_their_numbers if {
	found := main.batch with input as plan_of([queue, deleted])
	[[one.n, one.address, one.gone] | some one in found.test_queue] == [[0, "test_queue.orders", false], [1, "test_queue.orders", true]]
	[one.n | some one in found.terraform_plan] == [2]
	[one.n | some one in found.terraform_change] == [3]
}

test_what_is_judged_like_a_resource_lies_beside_those_of_its_type if {
	found := main.batch with input as plan_of([object.union(queue, {"type": "terraform_plan"})])
	[one.n | some one in found.terraform_plan] == [0, 1]
}

quiet(plan) := said(plan, rule, set())

test_failed_checks_are_denied if {
	failed := {"checks": [{"address": {"to_display": "check.health"}, "status": "fail"}]}
	quiet(object.union(plan_of([queue]), failed)) == {"deny": {"CHECK check.health: check.health failed"}, "warn": set()}
}

# A plan that finds the queue's delay and name changed outside of Terraform, and leaves it so.
drifted(after) := object.union(
	plan_of([object.union(queue, {"change": {"after": after}})]),
	{"resource_drift": [{
		"address": "test_queue.orders", "mode": "managed",
		"change": {"before": {"delay": 0, "name": "a"}, "after": {"delay": 1, "name": "b"}},
	}]},
)

told(text) := $"DRIFT test_queue.orders: test_queue.orders was changed outside of Terraform ({text}"

test_drift_that_the_plan_undoes_is_told if {
	quiet(drifted({"delay": 0, "name": "a"})).deny == {told("delay, name); this plan reverts it")}
}

reading(path) := object.union(rule, {"after": [path]})

test_drift_that_stays_is_told_where_a_rule_denies_it if {
	plan := drifted({"delay": 1, "name": "b"})
	every path in [["delay"], ["name", 0, "a"]] {
		said(plan, reading(path), {finding(0)}).deny == denied.deny | {told("delay, name), and TEST-001 denies what is there now")}
	}
	said(plan, reading(["key"]), {finding(0)}).deny == denied.deny
	said(plan, reading(["delay"]), set()).deny == set()
}

test_it_is_not_for_a_rule_that_denies_another_resource_or_cannot_tell if {
	other := object.union(queue, {"address": "test_queue.other"})
	plan := object.union(drifted({"delay": 1, "name": "b"}), {"resource_changes": [queue, other]})
	count(said(plan, reading(["delay"]), {finding(1)}).deny) == 1
	hidden := object.union(drifted({"delay": 1, "name": "b"}), {"resource_changes": [hiding({"key": true})]})
	said(hidden, object.union(rule, {"after": [["key"], ["delay"]]}), {finding(0)}).deny == set()
}

test_every_rule_that_denies_it_is_named if {
	plan := drifted({"delay": 1, "name": "b"})
	facts := {"TEST-002": reading(["name"]), "TEST-001": reading(["delay"])}
	findings := {finding(0), object.union(finding(0), {"id": "TEST-002"})}
	deny := main.deny with input as plan with data.dispatch.rules as facts with data.dispatch.findings as findings
	texts({one | some one in deny; one.id == "DRIFT"}) == {told("delay, name), and TEST-001, TEST-002 denies what is there now")}
}

test_a_plan_that_failed_is_denied if {
	errored := object.union(plan_of([queue]), {"errored": true})
	said(errored, rule, set()) == {"deny": {"PLAN plan: the plan failed (errored): fix it and plan again"}, "warn": set()}
	said(object.union(plan_of([queue]), {"errored": false}), rule, set()) == nothing
	said({"errored": true}, rule, set()) == nothing
}
