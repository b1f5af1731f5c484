# Providers as they are configured: names alone, no value but the version.
package lib.pseudo

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
