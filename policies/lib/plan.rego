# METADATA
# description: |
#   Reads raw plan JSON the way the driver in `gate/` does: the resources a plan manages, what is
#   known of them, and how they are linked. Only `data.main` and the driver know the shape of a plan.
package lib.plan

import data.lib.pseudo
import data.lib.relations

is_plan if {
	input.format_version
	not input.errored == true
	some key in ["planned_values", "resource_changes", "configuration"]
	input[key]
}

failed_checks := [failed |
	is_plan
	some check in input.checks
	{"error", "fail"}[check.status]
	address := object.get(check, ["address", "to_display"], "check")
	failed := {"address": address, "message": check_message(address, check)}
]

check_message(address, check) := $"{address} failed: {texts}" if {
	texts := concat("; ", problems(check))
	texts != ""
} else := $"{address} failed"

problems(check) := [problem.message |
	some instance in check.instances
	some problem in instance.problems
	problem.message != ""
]

# Numbered: a plan may hold two entries for one address (a deposed object beside the new one).
entries := {n: entry |
	is_plan
	some n, entry in pseudo.changes
}

# Numbered behind the resources.
pseudos := {n: subject |
	is_plan
	some i, subject in pseudo.subjects
	n := count(entries) + i
}

by_type := {type: [n | some n in numbers] |
	some type in {entry.type | some entry in entries}
	numbers := [n | some n, entry in entries; entry.type == type]
}

resources := object.union(managed, pseudos)

managed := {n: resource |
	some n, _ in entries
	resource := object.union(plain[n], {"links": object.get(links, n, {}), "unresolved": object.get(unresolved, n, {})})
}

# Everything but what other resources say.
plain := {n: resource |
	some n, entry in entries
	values := known(entry)
	resource := {
		"type": entry.type, "address": entry.address, "stack": pseudo.stack, "stage": "plan",
		"actions": entry.change.actions,
		"replacePaths": replace_paths(entry.change),
		"gone": gone(entry),
		"after": values.after, "unknown": values.unknown, "leaves": values.leaves,
	}
}

replace_paths(change) := [concat(".", [$"{step}" | some step in path]) |
	some path in object.get(change, "replace_paths", [])
]

default gone(_) := false

gone(entry) if entry.deposed

gone(entry) if not is_object(entry.change.after)

# Block of configuration -> expressions. Indexes of modules are not part of a block's address.
expressions := {$"{module.prefix}{resource.type}.{resource.name}": object.get(resource, "expressions", {}) |
	some module in pseudo.modules
	some resource in module.resources
	resource.mode != "data"
}

prefix_of(entry) := $"{entry.module_address}." if {
	entry.module_address
} else := ""

block_of(entry) := regex.replace($"{prefix_of(entry)}{entry.type}.{entry.name}", `\[(?:"(?:[^"\\]|\\.)*"|\d+)\]`, "")

# What is known, what is not, and the paths of the latter.
known(entry) := {"after": {}, "unknown": {}, "leaves": []} if gone(entry)

known(entry) := values if {
	not gone(entry)
	change := entry.change
	set_paths := [path | some path in true_paths(change.after_unknown); is_set(entry, path)]
	written := [{"op": "add", "path": path, "value": text} |
		some path in set_paths
		text := written_text(entry, path)
	]
	filled := with_patches(without_echoes(entry), written)
	masked := [path |
		some path in true_paths(object.get(change, "after_sensitive", {}))
		object.get(filled, path, null) != null
	]
	hidden := with_patches(filled, [{"op": "replace", "path": path, "value": concealed(object.get(filled, path, null))} | some path in masked])
	open := [path | some path in set_paths; not written_text(entry, path)]
	leaves := array.concat(open, masked)
	values := {
		"after": without_nulls(hidden),
		"unknown": tree(leaves),
		"leaves": leaves,
	}
}

# A text in the place of a number would be compared with numbers, and be more than any.
concealed(value) := null if is_number(value)

concealed(value) := null if is_boolean(value)

concealed(value) := "(sensitive)" if {
	not is_number(value)
	not is_boolean(value)
}

with_patches(value, patches) := value if count(patches) == 0

with_patches(value, patches) := json.patch(value, patches) if count(patches) > 0

without_nulls(value) := value if count(null_paths(value)) == 0

without_nulls(value) := json.remove(value, null_paths(value)) if count(null_paths(value)) > 0

# A null in a list keeps its place. `json.remove` takes the index of a list as a text.
null_paths(value) := [[$"{step}" | some step in path] |
	walk(value, [path, null])
	is_string(path[count(path) - 1])
]

true_paths(tree) := [path |
	walk(tree, [path, true])
	count(path) > 0
]

# The tree of unknowns that has `true` at each path. Rules read three levels of it at most; a path
# through a list becomes a list of one, so that an index of 0 finds it.
tree(paths) := {name: branch([path | some path in paths; path[0] == name]) |
	some name in {path[0] | some path in paths}
}

branch(paths) if {
	some path in paths
	count(path) == 1
}

branch(paths) := [{name: leaf([path | some path in paths; path[2] == name]) | some name in {path[2] | some path in paths}}] if {
	not whole(paths)
	not element(paths)
	some path in paths
	is_number(path[1])
}

branch(paths) := [true] if {
	not whole(paths)
	element(paths)
}

branch(paths) := {path[1]: true | some path in paths} if {
	not whole(paths)
	every path in paths {
		is_string(path[1])
	}
}

whole(paths) if {
	some path in paths
	count(path) == 1
}

# Of a list of texts, or a whole block of a list.
element(paths) if {
	some path in paths
	count(path) == 2
	is_number(path[1])
}

leaf(paths) if {
	some path in paths
	count(path) == 3
} else := [{path[4]: true | some path in paths}] if {
	every path in paths {
		is_number(path[3])
		is_string(path[4])
	}
} else := [true]

# Whether the author set what lies at a path: a provider leaves every computed attribute unknown.
is_set(_, path) if path[0] in relations.derived

is_set(entry, _) if not expressions[block_of(entry)]

is_set(entry, path) if configured(expressions[block_of(entry)], path)

configured(written, path) if {
	some n in numbers.range(1, count(path))
	node := object.get(written, array.slice(path, 0, n), null)
	is_expression(node)
}

configured(written, path) if {
	node := object.get(written, path, null)
	node != null
	count(node) > 0
}

# An index that the configuration lacks: a dynamic block or a set in another order.
configured(written, path) if {
	some n in numbers.range(2, count(path))
	is_number(path[n - 1])
	object.get(written, array.slice(path, 0, n), null) == null
	object.get(written, array.slice(path, 0, n - 1), null) != null
}

is_expression(node) if is_array(node.references)

is_expression(node) if "constant_value" in object.keys(node)

# What is written around the tokens of a text can be judged before their values are known.
written_text(entry, path) := text if {
	node := object.get(expressions[block_of(entry)], path, null)
	text := node.constant_value
	is_string(text)
	contains(text, "${")
	not token(text)
	not broken(text)
}

token(text) if {
	startswith(text, "${")
	endswith(text, "}")
}

broken(text) if {
	startswith(text, "{")
	not is_document(text)
}

# A rule of its own: what lies in a negated call is evaluated outside of it, and undefined there is no answer.
is_document(text) if is_object(json.unmarshal(text))

without_echoes(entry) := object.remove(entry.change.after, dropped) if {
	dropped := [name |
		some name in relations.echoes[entry.type]
		not is_set(entry, [name])
	]
	count(dropped) > 0
} else := entry.change.after

# Links, depth by depth: a deeper row carries the shallower links of the other end.
links := {n: named |
	some n in ((object.keys(links1) | object.keys(links2)) | object.keys(links3))
	named := object.union_n([object.get(links1, n, {}), object.get(links2, n, {}), object.get(links3, n, {})])
}

links1 := at_depth(1, {})

links2 := at_depth(2, links1)

links3 := at_depth(3, {n: object.union(object.get(links1, n, {}), object.get(links2, n, {})) |
	some n in (object.keys(links1) | object.keys(links2))
})

at_depth(depth, below) := {n: named |
	some n in {holder.n | some holder in pairs; relations.table[holder.row].depth == depth}
	named := {name: ends |
		some name in {relations.table[pair.row].name | some pair in pairs_of[n]; relations.table[pair.row].depth == depth}
		ends := [link(pair, below) |
			some pair in pairs_of[n]
			relations.table[pair.row].depth == depth
			relations.table[pair.row].name == name
		]
	}
}

link(pair, below) := {
	"address": plain[pair.other].address,
	"after": object.filter(plain[pair.other].after, relations.table[pair.row].carries),
	"unknown": object.filter(plain[pair.other].unknown, relations.table[pair.row].carries),
	"links": object.get(below, pair.other, {}),
}

# Which resource holds a link to which other one, by which row of the table.
pairs_of := {n: held |
	some first in pairs
	n := first.n
	held := [pair | some pair in pairs; pair.n == n]
}

pairs := {pair |
	some row, relation in relations.table
	some from in object.get(by_type, relation.from, [])
	not plain[from].gone
	some to in targets(row, from)
	pair := holder(relation, row, from, to)
}

holder(relation, row, from, to) := {"n": from, "other": to, "row": row} if relation.on == "from"

holder(relation, row, from, to) := {"n": to, "other": from, "row": row} if relation.on == "to"

targets(row, from) := named(row, from) | referenced(row, from)

named(row, from) := {to |
	some value in values_at(plain[from].after, relations.table[row].via)
	some text in strings_in(value)
	name := trim_prefix(text, object.get(relations.table[row], "prefix", ""))
	some by in relations.table[row].by
	some to in identities[[relations.table[row].to, by, name]]
}

identities := {mark: numbers |
	some first in marks
	mark := first[0]
	numbers := [n | some [other, n] in marks; other == mark]
}

marks := {[[type, by, value], n] |
	some relation in relations.table
	type := relation.to
	some by in relation.by
	some n in by_type[type]
	not plain[n].gone
	value := plain[n].after[by]
	value != ""
}

referenced(row, from) := exact if {
	exact := {to | some name in names(row, from); some to in addresses[name]; plain[to].type == relations.table[row].to}
	some name in names(row, from)
	addresses[name]
} else := same if {
	same := {to | some to in instances(row, from); index_of(to) == index_of(from); index_of(to) != ""}
	count(same) > 0
} else := instances(row, from)

instances(row, from) := {to |
	some name in names(row, from)
	some to in blocks[name]
	plain[to].type == relations.table[row].to
}

names(row, from) := {$"{prefix_of(entries[from])}{reference}" |
	some reference in references(row, from)
	not startswith(reference, "data.")
}

references(row, from) := {reference |
	some written in values_at(expressions[block_of(entries[from])], relations.table[row].via)
	some reference in written.references
}

addresses := {address: numbers |
	some first in present
	address := plain[first].address
	numbers := [n | some n in present; plain[n].address == address]
}

present := [n | some n, resource in plain; not resource.gone]

blocks := {block: numbers |
	some first in present
	block := place_of(first)
	numbers := [n | some n in present; place_of(n) == block]
}

place_of(n) := $"{prefix_of(entries[n])}{entries[n].type}.{entries[n].name}"

index_of(n) := trim_prefix(plain[n].address, place_of(n))

values_at(root, via) := [root[via[0]]] if count(via) == 1

values_at(root, via) := [value | some block in root[via[0]]; value := block[via[1]]] if count(via) == 2

strings_in(value) := {text |
	walk(opened(value), [_, text])
	is_string(text)
}

opened(value) := json.unmarshal(value) if {
	startswith(value, "{")
	is_object(json.unmarshal(value))
} else := value

# Resources a link of which nobody can resolve: it goes through a variable or a module's output.
unresolved := {n: names |
	some n in {pair[0] | some pair in open_pairs}
	names := {pair[1]: true | some pair in open_pairs; pair[0] == n}
}

open_pairs := {[n, relation.name] |
	some row, relation in relations.table
	some from in object.get(by_type, relation.from, [])
	not plain[from].gone
	count(targets(row, from)) == 0
	some reference in references(row, from)
	regex.match(`^(var|local|module|each|count|self)\.`, reference)
	some n in holders(relation, from)
}

holders(relation, from) := [from] if relation.on == "from"

holders(relation, _) := [n | some n in object.get(by_type, relation.to, []); not plain[n].gone] if relation.on == "to"
