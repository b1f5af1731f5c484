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

default stack := null

stack := input.planned_values.outputs.plinth_stack.value if {
	not input.planned_values.outputs.plinth_stack.sensitive
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
	not resource.mode == "data"
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
