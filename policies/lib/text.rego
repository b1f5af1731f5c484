# METADATA
# description: Small helpers on values, the same in Wasm and in OPA.
package lib.text

# One value and a list of one are the same in policy documents.
list(value) := value if is_array(value)

list(value) := [value] if {
	not is_array(value)
	not is_null(value)
}

# Matches more than one name.
matches_many(name) if contains(name, "*")

matches_many(name) if contains(name, "?")

# Nothing but wildcards.
stars(name) if {
	name != ""
	trim(name, "*?") == ""
}
