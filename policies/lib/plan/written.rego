# What the author wrote, as `configuration` has it: it tells what is set from what a provider computes.
package lib.plan

import data.lib.pseudo
import data.lib.relations
import data.lib.text

# Block of configuration -> expressions. Indexes of modules are not part of a block's address.
expressions := {$"{module.prefix}{resource.type}.{resource.name}": object.get(resource, "expressions", {}) |
	some module in pseudo.modules
	some resource in module.resources
	not resource.mode == "data"
}

prefix_of(entry) := $"{entry.module_address}." if {
	entry.module_address
} else := ""

block_of(entry) := regex.replace($"{prefix_of(entry)}{entry.type}.{entry.name}", `\[(?:"(?:[^"\\]|\\.)*"|\d+)\]`, "")

# Whether the author set what lies at a path: a provider leaves every computed attribute unknown.
is_set(_, path) if path[0] in relations.derived

is_set(entry, _) if not expressions[block_of(entry)]

is_set(entry, path) if configured(expressions[block_of(entry)], path)

# An expression, and all below it.
configured(written, path) if {
	some i, _ in path
	is_expression(object.get(written, array.slice(path, 0, i + 1), null))
}

configured(written, path) if count(object.get(written, path, [])) > 0

# An index that the configuration lacks: a dynamic block or a set in another order.
configured(written, path) if {
	some i, step in path
	is_number(step)
	object.get(written, array.slice(path, 0, i), null) != null
	object.get(written, array.slice(path, 0, i + 1), null) == null
}

is_expression(node) if is_array(node.references)

is_expression(node) if "constant_value" in object.keys(node)

# What is written around the tokens of a text can be judged before their values are known.
written_text(entry, path) := written if {
	node := object.get(expressions[block_of(entry)], path, null)
	written := node.constant_value
	is_string(written)
	contains(written, "${")
	not token(written)
	not broken(written)
}

token(written) if {
	startswith(written, "${")
	endswith(written, "}")
}

broken(written) if {
	text.begins_as_json(written)
	not is_document(written)
}

# A rule of its own: what lies in a negated call is evaluated outside of it, and undefined there is no answer.
is_document(written) if is_object(text.object(written))

is_document(written) if is_array(text.objects(written))
