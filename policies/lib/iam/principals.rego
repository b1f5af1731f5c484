package lib.iam

import data.lib.text

# Whoever a statement lets in, by anyone's name.
anyone(statement) if statement.principal == "*"

anyone(statement) if {
	some _, names in statement.principal
	some name in text.list(names)
	name == "*"
}

anyone(statement) if statement.notprincipal

# Names of one kind: `AWS`, `Service`, `Federated`.
principals(statement, kind) := {name |
	some key, names in statement.principal
	lower(key) == lower(kind)
	some name in text.list(names)
}

# The statement AWS recommends for every key: the account's root, by name, may do anything with it.
# https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
account_root(statement) if {
	count(statement.principal) == 1
	names := principals(statement, "AWS")
	count(names) > 0
	every name in names {
		whole_account(name)
	}
}

# Everybody of an account whom that account lets.
whole_account(name) if {
	startswith(name, "arn:")
	contains(name, ":iam::")
	endswith(name, ":root")
	not contains(name, "*")
}

whole_account(name) if is_account(name)

is_account(name) if {
	count(name) == 12
	trim(name, "0123456789") == ""
}

# The account that a principal is of, where it is written out.
account_of(name) := name if is_account(name)

account_of(name) := account if {
	startswith(name, "arn:")
	account := split(name, ":")[4]
	is_account(account)
}

# Whoever is let in, a Deny of the same document keeps everybody out who is not known:
# `StringNotEquals: {aws:PrincipalOrgID: ...}` also refuses a call without the key.
fenced(document, statement) if {
	some deny in document.statements
	deny.effect == "Deny"
	everyone(deny.principal)
	keeps_out_strangers(deny.condition)
	every action in action_patterns(statement) {
		covers_action(deny, lower(action))
	}
	every resource in resource_patterns(statement) {
		covers_resource(deny, resource)
	}
}

# Exactly one condition: a second one would narrow what is refused.
keeps_out_strangers(condition) if {
	count(condition) == 1
	some operator, keys in condition
	excluding[trim_suffix(lower(operator), "ifexists")]
	count(keys) == 1
	some key, values in keys
	narrowing[lower(key)]
	count(text.list(values)) > 0
	every value in text.list(values) {
		names_somebody(value)
	}
}

excluding := {"arnnotequals", "arnnotlike", "notipaddress", "stringnotequals", "stringnotequalsignorecase", "stringnotlike"}

# Managed policies that a resource attaches; the plural is what inline and exclusive ones call it.
attached contains input.after.policy_arn

attached contains input.after.policy_arns[_]

attached contains input.after.managed_policy_arns[_]

attached contains input.after.managed_policy_arn

# "job-function/Billing" of "arn:aws:iam::aws:policy/job-function/Billing".
managed_name(arn) := split(arn, ":iam::aws:policy/")[1]
