# METADATA
# description: |
#   What of raw plan JSON is judged like a resource although it is none, as `gate/input/pseudo` does it in
#   the driver: the plan as a whole, its providers, provisioners, data sources, variables, outputs.
package lib.pseudo

subjects := array.concat(
	[counts, change],
	array.concat(
		array.concat(providers, in_modules),
		array.concat(variables, outputs),
	),
)

# The managed objects of the plan, those that Terraform puts off to a later one included.
changes := [entry |
	some entry in whole
	entry.mode != "data"
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

default stack := null

stack := input.planned_values.outputs.plinth_stack.value if {
	not input.planned_values.outputs.plinth_stack.sensitive
}

providers := [subject("terraform_provider", provider_address(key), facts(key, body)) |
	some key, body in input.configuration.provider_config
	not startswith(source(body), "builtin/")
]

provider_address(key) := $"{module}.provider.{local}" if {
	[module, local] := split(key, ":")
} else := $"provider.{key}"

source(body) := concat("/", array.slice(parts, max([0, count(parts) - 2]), count(parts))) if {
	parts := split(object.get(body, "full_name", ""), "/")
}

facts(key, body) := object.union(
	{
		"name": object.get(body, "name", ""),
		"source": source(body),
		"set": sort(names(body) | {"alias" | body.alias}),
		"credentials": [name | some name in credentials; secret(literals(body)[name])],
		"unchecked": [name | some name in unchecked; literals(body)[name] == true],
		"accounts": bound(body),
	},
	{"version": version | some version in versions(key, body)},
)

names(body) := object.keys(object.get(body, "expressions", {}))

# A module's own provider bears no version of the root's.
versions(key, body) := [body.version_constraint] if {
	is_string(body.version_constraint)
} else := ["module"] if {
	contains(key, ":")
} else := []

# The values that are written out.
literals(body) := {name: expression.constant_value |
	some name, expression in object.get(body, "expressions", {})
	is_object(expression)
	expression.constant_value != null
	not expression.references
}

credentials := ["access_key", "access_token", "api_key", "api_token", "auth", "client_secret", "credentials", "password", "private_key", "secret_key", "token"]

unchecked := ["insecure", "insecure_skip_verify", "skip_tls_verify", "tls_insecure"]

# A path to a file is none.
secret(value) if {
	is_string(value)
	value != ""
	not regex.match(`^[~./]|\.json$`, value)
}

default bound(_) := false

bound(body) if count(literals(body).allowed_account_ids) > 0

bound(body) if {
	names(body).allowed_account_ids
	not literals(body).allowed_account_ids
}

variables := [subject("terraform_variable", $"var.{name}", {
	"name": name,
	"sensitive": is_true(body, "sensitive"),
	"preset": is_preset(body),
}) |
	some name, body in input.configuration.root_module.variables
]

is_true(body, name) := object.get(body, name, false) == true

default is_preset(_) := false

is_preset(body) if not {null, ""}[object.get(body, "default", null)]

outputs := [subject("terraform_output", $"output.{name}", {"name": name, "sensitive": is_true(body, "sensitive")}) |
	some name, body in input.configuration.root_module.outputs
]

# Data sources and provisioners, however deep the module.
in_modules := array.concat(sources, provisioners)

sources := [subject("terraform_data_source", address, {"type": resource.type}) |
	some module in modules
	some resource in module.resources
	resource.mode == "data"
	address := $"{module.prefix}data.{resource.type}.{resource.name}"
]

provisioners := [subject("terraform_provisioner", address, {"kind": kind}) |
	some module in modules
	some resource in module.resources
	resource.mode != "data"
	some kind in {one.type | some one in resource.provisioners; is_string(one.type)}
	address := $"{module.prefix}{resource.type}.{resource.name}.provisioner.{kind}"
]

# `walk` finds the module calls however deep they nest.
modules := [{"prefix": prefix, "resources": value.resources} |
	walk(input.configuration.root_module, [path, value])
	is_array(value.resources)
	count(path) % 3 == 0
	every i, step in path {
		{0: "module_calls", 1: step, 2: "module"}[i % 3] == step
	}
	prefix := concat("", [$"module.{name}." | some i, name in path; i % 3 == 1])
]

subject(type, address, after) := {
	"type": type, "address": address, "stack": stack, "stage": "plan",
	"actions": [], "replacePaths": [], "gone": false,
	"after": after, "unknown": {}, "leaves": [],
	"links": {}, "unresolved": {},
}
