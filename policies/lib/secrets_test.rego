package lib.secrets_test

import data.lib.secrets

test_a_text_under_a_telling_name_is_a_secret if {
	words := [
		"password", "passwd", "secret", "token", "api_key", "apikey",
		"private_key", "access_key", "credential", "connection_string",
	]
	every word in words {
		secrets.literal(word, "x")
		secrets.literal($"DB_{upper(word)}_1", "x")
	}
	not secrets.literal("DB_USER", "x")
}

test_a_name_that_says_where_the_secret_is_or_how_long_it_lives_tells_nothing if {
	every ending in ["_name", "_url", "_uri", "_id", "_path", "_file", "_arn", "_ttl", "_seconds", "_version"] {
		not secrets.literal($"password{ending}", "x")
		not secrets.literal($"PASSWORD{upper(ending)}", "x")
		secrets.literal($"password{ending}_old", "x")
	}
}

test_what_only_refers_to_a_secret_is_none if {
	references := [
		"", "${var.password}", "see ${aws_ssm_parameter.it.name}", "arn:aws:secretsmanager:eu-west-1:1:secret:a",
		"secrets/a/versions/1", "projects/p/secrets/a",
	]
	every value in references {
		not secrets.literal("password", value)
	}
	every value in ["an arn:", "my/secrets/a", "projects/p/q/secrets/a", "$x"] {
		secrets.literal("password", value)
	}
}

test_what_is_no_text_is_no_secret if {
	every value in [1, true, ["x"], null] {
		not secrets.literal("password", value)
	}
}

test_a_key_that_a_service_handed_out_is_one_under_any_name if {
	beginnings := ["-----BEGIN ", "AIza", "AKIA", "ghp_", "github_pat_", "glpat-", "sk_live_", "xoxb-", "ya29."]
	every beginning in beginnings {
		secrets.literal("HOST", $"{beginning}0123")
		not secrets.literal("HOST", $"x{beginning}0123")
	}
}

test_a_variable_is_named_like_a_secret_where_its_name_ends_so if {
	endings := [
		"accesskey", "apikey", "connectionstring", "credentials", "passphrase",
		"passwd", "password", "privatekey", "secret", "secretkey", "token",
	]
	every ending in endings {
		secrets.named(ending)
		not secrets.named($"{ending}_name")
	}
}

test_however_its_words_are_joined if {
	every name in ["db_access_key", "DB-ACCESS-KEY", "dbAccessKey", "api_token", "auth-token"] {
		secrets.named(name)
	}
	every name in ["max_tokens", "token_url", "key", "user"] {
		not secrets.named(name)
	}
}
