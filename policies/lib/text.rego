# METADATA
# description: Small helpers on values, the same in Wasm and in OPA.
package lib.text

# One value and a list of one are the same in policy documents.
list(value) := value if is_array(value)

list(value) := [value] if {
	not is_array(value)
	not is_null(value)
}

# What a message can hold of a sorted list: three, and how many more there are.
few(names) := concat(", ", array.concat(array.slice(names, 0, 3), others(count(names) - 3)))

others(more) := [$"and {more} more"] if more > 0

others(more) := [] if more <= 0

# The number that a text says. `to_number` of what is no number stops the Wasm, and a plan may hold anything.
number(value) := value if is_number(value)

number(value) := to_number(value) if {
	is_string(value)
	parts := split(value, ".")
	count(parts) < 3
	every part in parts {
		part != ""
		trim(part, "0123456789") == ""
	}
}

# The object that a text holds as JSON. Asked how it begins: the JSON reader of the Wasm takes "0x" for 0 and fails at "true1".
object(text) := found if {
	startswith(trim_space(text), "{")
	found := json.unmarshal(text)
}

# The objects of the list that a text holds as JSON.
objects(text) := found if {
	lists_objects(text)
	found := json.unmarshal(text)
}

begins_as_json(text) if startswith(trim_space(text), "{")

begins_as_json(text) if lists_objects(text)

lists_objects(text) if {
	startswith(trim_space(text), "[")
	startswith(trim_space(substring(trim_space(text), 1, -1)), "{")
}

# Matches more than one name.
matches_many(name) if contains(name, "*")

matches_many(name) if contains(name, "?")

# Nothing but wildcards.
stars(name) if {
	name != ""
	trim(name, "*?") == ""
}

# Whether a name fits a pattern with `*` (any text) and `?` (any one character).
like(pattern, name) if pattern == name

like(pattern, name) if {
	matches_many(pattern)
	prefix := trim_suffix(pattern, "*")
	not matches_many(prefix)
	startswith(name, prefix)
}

like(pattern, name) if {
	matches_many(trim_suffix(pattern, "*"))
	regex.match(expression(pattern), name)
}

expression(pattern) := concat("", [`(?s)^\Q`, escaped, `\E$`]) if {
	plain := replace(pattern, `\`, "")
	escaped := replace(replace(plain, "*", `\E.*\Q`), "?", `\E.\Q`)
}

# Whether a pattern fits everything that another one fits.
covers(outer, inner) if outer == inner

covers(outer, inner) if {
	not contains(outer, "?")
	like(outer, inner)
}

covers(outer, inner) if {
	not matches_many(inner)
	like(outer, inner)
}
