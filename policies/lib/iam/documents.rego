# METADATA
# description: |
#   Reads IAM policy documents. Element names are compared in lower case, one value
#   and a list of one are the same. Tokens (`${...}`) inside strings are opaque.
#   Documents of a resource are rules without arguments, which are kept while their input is the same:
#   one reading serves all rules on that resource.
package lib.iam

import data.lib.text

# What a principal may do: documents of the resource that is judged, by their text.
identity_documents[input.after.policy] := policy

identity_documents[written] := document(written) if written := input.after.inline_policy[_].policy

# Synthesized JSON may write a lone block without its list.
identity_documents[written] := document(written) if written := input.after.inline_policy.policy

identity_documents[written] := document(written) if {
	written := input.after.inline_policy
	is_string(written)
}

# Who may use a resource: each service has its own name for the attribute.
resource_documents[input.after.policy] := policy

resource_documents[written] := document(written) if written := input.after.policy_document

resource_documents[written] := document(written) if written := input.after.access_policy

resource_documents[written] := document(written) if written := input.after.access_policies

resource_documents[written] := document(written) if written := input.after.resource_policy

trust_documents[written] := document(written) if written := input.after.assume_role_policy

policy := document(input.after.policy)

# A document taken apart. `denies` refuse every call; `allows` are without what these take back.
document(written) := {"statements": said, "denies": denies, "allows": allows} if {
	said := statements(written)
	denies := [statement | some statement in said; refuses_always(statement)]
	allows := [left |
		some statement in said
		statement.effect == "Allow"
		left := what_is_left(statement, denies)
	]
}

# Statements of a document, with lower-case element names.
statements(written) := [statement |
	parsed := text.object(written)
	some name, value in parsed
	lower(name) == "statement"
	some raw in text.list(value)
	statement := lowered(raw)
]

lowered(raw) := {lower(key): element | some key, element in raw} if not ambiguous(raw)

# "Effect" beside "effect": AWS refuses it, and it must not stop the judge.
lowered(raw) := {name: elements[0] |
	some key, _ in raw
	name := lower(key)
	elements := [element | some other, element in raw; lower(other) == name]
} if {
	ambiguous(raw)
}

ambiguous(raw) if count({lower(key) | some key, _ in raw}) < count(raw)

# A Deny with a condition refuses some calls only.
refuses_always(statement) if {
	statement.effect == "Deny"
	count(object.get(statement, "condition", {})) == 0
}

what_is_left(statement, denies) := statement if count(denies) == 0

what_is_left(statement, denies) := left if {
	count(denies) > 0
	hits := [deny | some deny in denies; same_principals(deny, statement)]
	actions := [action | some action in action_patterns(statement); reaches(hits, action, statement)]
	resources := [resource | some resource in resource_patterns(statement); allows_on(hits, resource, statement)]
	count(actions) > 0
	left := with_lists(statement, actions, resources)
}

reaches(hits, action, statement) if {
	some resource in resource_patterns(statement)
	not taken(hits, action, resource)
}

allows_on(hits, resource, statement) if {
	some action in action_patterns(statement)
	not taken(hits, action, resource)
}

with_lists(statement, actions, resources) := object.union(statement, object.union(named, owned)) if {
	named := {"action": actions | statement.action}
	owned := {"resource": resources | statement.resource}
}

# `NotAction` starts from every action; a trust policy names no resource.
action_patterns(statement) := text.list(statement.action) if statement.action

action_patterns(statement) := ["*"] if not statement.action

resource_patterns(statement) := text.list(statement.resource) if statement.resource

resource_patterns(statement) := ["*"] if not statement.resource

# Whether a Deny takes an action on a resource away, whoever asks.
taken(denies, action, resource) if {
	some deny in denies
	covers_action(deny, lower(action))
	covers_resource(deny, resource)
}

covers_action(statement, action) if {
	some pattern in text.list(statement.action)
	text.covers(lower(pattern), action)
}

covers_action(statement, action) if {
	statement.notaction
	not text.matches_many(action)
	not excluded(statement.notaction, action)
}

excluded(names, action) if {
	some pattern in text.list(names)
	text.like(lower(pattern), action)
}

covers_resource(statement, resource) if {
	some pattern in text.list(statement.resource)
	text.covers(pattern, resource)
}

covers_resource(statement, _) if {
	not statement.resource
	not statement.notresource
}

# In the policy of a principal nobody is named: both speak of the same one.
same_principals(deny, statement) if {
	not deny.notprincipal
	object.get(deny, "principal", null) == object.get(statement, "principal", null)
}

same_principals(deny, _) if everyone(deny.principal)

everyone(principal) if principal == "*"

everyone(principal) if {
	some name in text.list(principal.AWS)
	name == "*"
}
