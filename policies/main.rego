# METADATA
# description: |
#   The door for raw plan JSON: `conftest test -p policies plan.json`, or
#   `opa eval -d policies -i plan.json data.main.deny`. Does what the driver in `gate/` does
#   before the join with the synthesized stack, exemptions and budgets; a test keeps them equal.
#   `deny` holds what is denied, `warn` what cannot be judged before apply.
package main

import data.dispatch
import data.lib.drift
import data.lib.plan

deny contains entry(row) if {
	some row in rows
	row.verdict == "deny"
}

deny contains entry({"id": "CHECK", "address": check.address, "message": check.message}) if {
	some check in plan.failed_checks
}

deny contains entry({"id": "DRIFT", "address": one.address, "message": one.message}) if some one in drift.told

# Drift that nobody undoes, and for which a rule denies.
deny contains entry({"id": "DRIFT", "address": one.address, "message": message}) if {
	some one in drift.drifted
	ids := {row.id |
		some row in rows
		row.verdict == "deny"
		row.address == one.address
		some path in registry[row.id].after
		some name in one.kept
		path[0] == name
	}
	count(ids) > 0
	names := concat(", ", one.kept)
	message := $"{one.address} was changed outside of Terraform ({names}), and {concat(", ", sort(ids))} denies what is there now"
}

# The driver refuses such a plan; here nothing else would stop it.
deny contains entry({"id": "PLAN", "address": "plan", "message": "the plan failed (errored): fix it and plan again"}) if {
	input.format_version
	input.errored == true
}

warn contains entry(row) if {
	some row in rows
	row.verdict == "undetermined"
}

entry(row) := {
	"id": row.id, "address": row.address, "message": row.message,
	"msg": $"[{row.id}] {row.message}",
}

# What the policies say, with what is not certain withdrawn while a value they read is unknown.
rows contains {"id": finding.id, "address": resource.address, "message": finding.message, "verdict": "deny"} if {
	some finding in findings
	resource := resources[finding.n]
	stands(finding)
}

rows contains {"id": id, "address": resources[n].address, "message": message, "verdict": verdict} if {
	some n, by_rule in blocked
	some id, reasons in by_rule
	not certain[[n, id]]
	asked(n, id)
	why := concat(", ", reasons)
	message := $"{resources[n].address} cannot be judged: {why} is known only after apply, or sensitive"
	verdict := {"defer": "undetermined", "set": "undetermined", "deny": "deny"}[registry[id].unknown]
}

# What counts as set needs no answer until it is missed.
asked(_, id) if registry[id].unknown != "set"

asked(n, id) if {
	some finding in findings
	finding.n == n
	finding.id == id
}

stands(finding) if finding.certain

stands(finding) if not blocked[finding.n][finding.id]

certain := {[finding.n, finding.id] |
	some finding in findings
	finding.certain
}

# Of all files of the package, collected once: `data.dispatch.rules` would be put together at each mention.
registry := {id: facts | some id, facts in dispatch.rules}

resources := plan.resources

findings := found if {
	found := dispatch.findings with input as {"types": batch}
}

batch := {type: [object.union(resources[n], {"n": n}) | some n in numbers] |
	some type, numbers in by_type
}

by_type := object.union(plan.by_type, {type: numbers |
	some type in {subject.type | some subject in plan.pseudos}
	own := [n | some n, subject in plan.pseudos; subject.type == type]
	numbers := array.concat(object.get(plan.by_type, type, []), own)
})

# Resource number -> rule id -> what the rule reads and nobody knows yet.
blocked := {n: by_rule |
	some n, resource in resources
	uncertain(resource)
	by_rule := {id: reasons |
		some id in ids_of[resource.type]
		rule := registry[id]
		applies(rule, resource)
		reasons := blockers(rule, resource)
		count(reasons) > 0
	}
	count(by_rule) > 0
}

ids_of := {type: [id | some id, rule in registry; rule.types[type]] |
	some type, _ in by_type
}

# Most resources have nothing to wait for.
uncertain(resource) if count(resource.unknown) > 0

uncertain(resource) if count(resource.links) > 0

uncertain(resource) if count(resource.unresolved) > 0

applies(rule, resource) if {
	"plan" in rule.stages
	not resource.gone
}

applies(rule, _) if {
	"plan" in rule.stages
	rule.changes
}

# Sorted, as the driver sorts them. A rule that takes an unknown for set waits only for a block that is unknown as a
# whole: what it would set is not even written.
blockers(rule, resource) := sort(enclosing(rule, resource)) if {
	rule.unknown == "set"
} else := sort(((attributes(rule, resource) | open(rule, resource)) | linked(rule, resource)))

enclosing(rule, resource) := {path[0] |
	some path in rule.after
	some leaf in resource.leaves
	count(leaf) < count(path)
	overlap(leaf, path)
}

attributes(rule, resource) := {path[0] |
	some path in rule.after
	some leaf in resource.leaves
	overlap(leaf, path)
}

# One of the two leads to the other.
overlap(leaf, path) if {
	shared := min([count(leaf), count(path)])
	array.slice(leaf, 0, shared) == array.slice(path, 0, shared)
}

open(rule, resource) := {$"which {name} belong to it" |
	some name in rule.links
	resource.unresolved[name]
}

linked(rule, resource) := {$"{attribute} of {node.address}" |
	some name in rule.links
	walk(resource.links[name], [_, node])
	some attribute, _ in node.unknown
	node.address
}
