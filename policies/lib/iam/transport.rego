package lib.iam

import data.lib.text

# True when a document refuses every call of a service that does not come over TLS.
denies_plaintext(written, service) if {
	some statement in statements(written)
	statement.effect == "Deny"
	everything(statement, service)
	anyone(statement)
	not statement.notprincipal
	everywhere(statement, service)
	only_plaintext(statement.condition)
}

everything(statement, service) if {
	some action in text.list(statement.action)
	{"*", $"{service}:*"}[lower(action)]
}

# A queue is one resource. A bucket is two: itself and its objects, all of them.
everywhere(statement, "sqs") if statement.resource

everywhere(statement, "s3") if {
	some resource in text.list(statement.resource)
	endswith(resource, "*")
	not contains(resource, "/")
}

everywhere(statement, "s3") if {
	resources := text.list(statement.resource)
	some bucket in resources
	not contains(bucket, "/")
	some objects in resources
	endswith(objects, "/*")
	count(split(objects, "/")) == 2
}

# Exactly one condition: a second one would narrow what is refused.
only_plaintext(condition) if {
	count(condition) == 1
	some operator, keys in condition
	{"bool", "boolifexists"}[lower(operator)]
	count(keys) == 1
	some key, values in keys
	lower(key) == "aws:securetransport"
	some value in text.list(values)
	lower($"{value}") == "false"
}
