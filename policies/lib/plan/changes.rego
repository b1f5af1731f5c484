# What each entry of `resource_changes` makes of its resource.
package lib.plan

import data.lib.pseudo

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
