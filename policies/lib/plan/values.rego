# What is known of a resource's values, and which paths are not.
package lib.plan

import data.lib.relations

known(entry) := {"after": {}, "unknown": {}, "leaves": []} if gone(entry)

known(entry) := {"after": without_nulls(shown), "unknown": tree(leaves), "leaves": leaves} if {
	not gone(entry)
	unknown := [path | some path in true_paths(entry.change.after_unknown); is_set(entry, path)]
	values := with_written(entry, unknown)
	sensitive := held_at(values, true_paths(object.get(entry.change, "after_sensitive", {})))
	shown := concealing(values, sensitive)
	leaves := array.concat([path | some path in unknown; not written_text(entry, path)], sensitive)
}

# What is written around the tokens of a text stands in for a text that is not known.
with_written(entry, paths) := with_patches(values, [{"op": put(values, path), "path": path, "value": value} |
	some path, value in object.union_n([gaps(values, texts), parents(values, texts), texts])
]) if {
	values := without_echoes(entry)
	texts := {path: text | some path in paths; text := written_text(entry, path)}
}

# What is in a list keeps its place: to add there would move what follows.
put(values, path) := "replace" if {
	last := count(path) - 1
	is_number(path[last])
	path[last] < length(values, array.slice(path, 0, last))
} else := "add"

length(values, path) := count(list) if {
	list := object.get(values, path, null)
	is_array(list)
} else := 0

# What a text goes into, where it is not there: a list, if what follows is an index.
parents(values, texts) := {parent: empty_for(path[i]) |
	some path, _ in texts
	some i, _ in path
	i > 0
	parent := array.slice(path, 0, i)
	object.get(values, parent, null) == null
}

empty_for(step) := [] if is_number(step)

empty_for(step) := {} if is_string(step)

# The places of a list up to the one that a text goes into.
gaps(values, texts) := {array.concat(list, [k]): null |
	some path, _ in texts
	some i, step in path
	is_number(step)
	list := array.slice(path, 0, i)
	some k in numbers.range(length(values, list), step)
	k < step
}

# Of these paths those at which there is anything.
held_at(values, paths) := [path |
	some path in paths
	object.get(values, path, null) != null
]

# Whatever stood in the place of a sensitive value would be compared with numbers or names, and be wrong.
concealing(values, paths) := with_patches(values, [{"op": "replace", "path": path, "value": null} | some path in paths])

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

without_echoes(entry) := object.remove(entry.change.after, dropped) if {
	dropped := [name |
		some name in relations.echoes[entry.type]
		not is_set(entry, [name])
	]
	count(dropped) > 0
} else := entry.change.after
