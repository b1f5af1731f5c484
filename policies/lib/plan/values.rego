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
with_written(entry, paths) := with_patches(with_parents(without_echoes(entry), patches), patches) if {
	patches := [{"op": "add", "path": path, "value": text} |
		some path in paths
		text := written_text(entry, path)
	]
}

# What a patch goes into, where it is not there. Sorted, so that what is outside comes first.
with_parents(values, patches) := with_patches(values, [{"op": "add", "path": path, "value": {}} |
	some path in {array.slice(patch.path, 0, i) | some patch in patches; some i, _ in patch.path; i > 0}
	object.get(values, path, null) == null
])

# Of these paths those at which there is anything.
held_at(values, paths) := [path |
	some path in paths
	object.get(values, path, null) != null
]

concealing(values, paths) := with_patches(values, [patch |
	some path in paths
	patch := {"op": "replace", "path": path, "value": concealed(object.get(values, path, null))}
])

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

without_echoes(entry) := object.remove(entry.change.after, dropped) if {
	dropped := [name |
		some name in relations.echoes[entry.type]
		not is_set(entry, [name])
	]
	count(dropped) > 0
} else := entry.change.after
