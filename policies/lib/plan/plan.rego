# METADATA
# description: |
#   Reads raw plan JSON the way the driver in `gate/` does: the resources a plan manages, what is
#   known of them, and how they are linked. Only `data.main` and the driver know the shape of a plan.
package lib.plan

import data.lib.pseudo

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
