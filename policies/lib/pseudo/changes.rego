# How much a plan does: what becomes of each object, counted.
package lib.pseudo

# The managed objects of the plan, those that Terraform puts off to a later one included.
changes := [entry |
	some entry in whole
	not entry.mode == "data"
	is_object(entry.change)
]

whole := array.concat(listed, deferred)

listed := list(object.get(input, "resource_changes", []))

deferred := [entry.resource_change |
	some entry in list(object.get(input, "deferred_changes", []))
	is_object(entry.resource_change)
]

list(value) := value if {
	is_array(value)
} else := []

known := {"no-op": true, "create": true, "read": true, "update": true, "delete": true, "forget": true}

# An action that this gate has not met may do anything; `forget` beside `create` loses sight of an object.
effect(entry) := "strange" if {
	strange(entry)
} else := "replace" if {
	"delete" in entry.change.actions
	"create" in entry.change.actions
} else := "delete" if {
	"delete" in entry.change.actions
} else := "forget" if {
	"forget" in entry.change.actions
} else := "create" if {
	"create" in entry.change.actions
} else := "update" if {
	"update" in entry.change.actions
} else := "none"

strange(entry) if count(list(object.get(entry.change, "actions", []))) == 0

strange(entry) if {
	some action in entry.change.actions
	not known[action]
}

effects := {n: effect(entry) | some n, entry in changes}

of(name) := [n | some n, one in effects; one == name]

lost := {n |
	some n, one in effects
	{"delete": true, "replace": true, "strange": true}[one]
}

default complete := true

complete := false if input.complete == false

complete := false if count(deferred) > 0

# Of a plan that is not complete nobody knows all that is lost.
counts := object.union(
	subject("terraform_plan", "terraform.plan", {
		"resources": count(changes),
		"existing": count([entry | some entry in changes; is_object(entry.change.before)]),
		"creates": count(of("create")), "updates": count(of("update")), "deletes": count(of("delete")),
		"replaces": count(of("replace")), "forgets": count(of("forget")),
		"imports": count([entry | some entry in changes; is_object(entry.change.importing)]),
		"moves": count([entry | some entry in changes; is_string(entry.previous_address)]),
		"losses": {type: count([n | some n in lost; changes[n].type == type]) | some type in {changes[n].type | some n in lost}},
	}),
	{"unknown": {path[0]: true | some path in open_counts}, "leaves": open_counts},
)

open_counts := [] if {
	complete
} else := [["losses"]]

# The driver sees all plans of a run, this door one.
change := subject("terraform_change", "terraform.change", {
	"changed": stack_if({n | some n, one in effects; one != "none"}),
	"losing": stack_if(lost | {n | some n in of("forget")}),
})

stack_if(any) := [stack] if {
	count(any) > 0
	stack != null
} else := []
