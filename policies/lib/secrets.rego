# METADATA
# description: Whether something holds a secret in clear, judged by its name and by how its value looks.
package lib.secrets

literal(name, value) if {
	is_string(value)
	telling_name(lower(name))
	value != ""
	not refers(value)
}

literal(_, value) if {
	some prefix in prefixes
	startswith(value, prefix)
}

# DB_PASSWORD holds one, DB_PASSWORD_NAME says where it is.
telling_name(name) if {
	some word in ["password", "passwd", "secret", "token", "api_key", "apikey", "private_key", "access_key", "credential", "connection_string"]
	contains(name, word)
	every suffix in ["_name", "_url", "_uri", "_id", "_path", "_file", "_arn", "_ttl", "_seconds", "_version"] {
		not endswith(name, suffix)
	}
}

refers(value) if contains(value, "${")

refers(value) if startswith(value, "arn:")

refers(value) if regex.match(`^(projects/[^/]+/)?secrets/`, value)

# How keys that services hand out begin.
prefixes := ["-----BEGIN ", "AIza", "AKIA", "ghp_", "github_pat_", "glpat-", "sk_live_", "xoxb-", "ya29."]

# The name of a variable or an output: the whole name ends in the word, `max_tokens` and `token_url` do not.
named(name) if {
	some ending in endings
	endswith(replace(replace(lower(name), "_", ""), "-", ""), ending)
}

endings := [
	"accesskey", "apikey", "connectionstring", "credentials", "passphrase",
	"passwd", "password", "privatekey", "secret", "secretkey", "token",
]
