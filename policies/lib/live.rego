# METADATA
# description: Which environments serve customers. A name says it, for want of anything else in a stack or plan.
package lib.live

words := {"live", "prd", "prod", "production"}

# The stack a resource is in, or its tags or labels, say that it serves customers.
production if is_production(input.stack)

production if is_production(input.after.tags_all.environment)

production if is_production(input.after.effective_labels.environment)

# Something says what it is for, and nothing says that it serves customers.
elsewhere if {
	named
	not production
}

named if is_string(input.stack)

named if is_string(input.after.tags_all.environment)

named if is_string(input.after.effective_labels.environment)

# One of the words of the name: `prod`, `prod-eu`, `prod-c01`, but not `non-prod` nor `preprod`.
is_production(name) if {
	parts := split(lower(name), "-")
	some part in parts
	words[part]
	not {"non", "not", "pre"}[parts[0]]
}
