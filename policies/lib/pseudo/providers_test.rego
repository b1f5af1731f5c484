package lib.pseudo_test

# What is judged of a provider that is configured so.
provider(key, body) := [address, after] if {
	some address, after in configured("terraform_provider", {"provider_config": {key: body}})
}

facts(body) := provider("aws", body)[1]

# With these arguments written out.
constant(values) := {"expressions": {name: {"constant_value": value} | some name, value in values}}

test_of_a_provider_names_and_the_version_are_judged if {
	body := {
		"name": "aws", "full_name": "registry.example/hashicorp/aws", "version_constraint": "6.0.0", "alias": "west",
		"expressions": {"region": {"constant_value": "eu-west-1"}, "assume_role": [{}]},
	}
	provider("aws.west", body) == ["provider.aws.west", {
		"name": "aws", "source": "hashicorp/aws", "version": "6.0.0", "set": ["alias", "assume_role", "region"],
		"credentials": [], "unchecked": [], "accounts": false,
	}]
}

test_what_a_provider_does_not_say_is_empty if {
	provider("aws", {}) == ["provider.aws", {
		"name": "", "source": "",
		"set": [], "credentials": [], "unchecked": [], "accounts": false,
	}]
}

test_a_provider_of_a_module_has_no_version_of_the_roots if {
	[address, after] := provider("module.m:aws", {"name": "aws"})
	[address, after.version] == ["module.m.provider.aws", "module"]
	provider("module.m:aws", {"version_constraint": "6.0.0"})[1].version == "6.0.0"
	not provider("aws", {"version_constraint": null})[1].version
}

test_the_source_is_two_names_however_long_it_is if {
	facts({"full_name": "hashicorp/aws"}).source == "hashicorp/aws"
	facts({"full_name": "aws"}).source == "aws"
}

test_what_terraform_has_built_in_is_no_provider if {
	configured("terraform_provider", {"provider_config": {"terraform": {"full_name": "terraform.io/builtin/terraform"}}}) == {}
}

test_what_proves_who_calls_is_a_credential if {
	names := [
		"access_key", "access_token", "api_key", "api_token", "auth", "client_secret",
		"credentials", "password", "private_key", "secret_key", "token",
	]
	every name in names {
		facts(constant({name: "AKIA"})).credentials == [name]
	}
	facts(constant({"region": "AKIA"})).credentials == []
	facts(constant({name: "a" | some name in names})).credentials == names
}

test_a_path_nothing_or_another_value_is_no_credential if {
	every value in ["~/.key", "./key", "/key", "key.json", "", 1, null] {
		facts(constant({"credentials": value})).credentials == []
	}
	every value in ["key", "a/b", "key.json.x"] {
		facts(constant({"credentials": value})).credentials == ["credentials"]
	}
	facts({"expressions": {"token": {"references": ["var.token"]}}}).credentials == []
	facts({"expressions": {"token": {"constant_value": "a", "references": ["var.token"]}}}).credentials == []
	facts({"expressions": {"token": [{"constant_value": "a"}]}}).credentials == []
}

test_what_turns_off_the_check_of_a_certificate_is_named if {
	every name in ["insecure", "insecure_skip_verify", "skip_tls_verify", "tls_insecure"] {
		facts(constant({name: true})).unchecked == [name]
		facts(constant({name: false})).unchecked == []
		facts(constant({name: "true"})).unchecked == []
	}
	facts(constant({"verify": true})).unchecked == []
}

test_a_provider_is_bound_by_accounts_it_names_or_takes_from_elsewhere if {
	facts(constant({"allowed_account_ids": ["123456789012"]})).accounts == true
	facts({"expressions": {"allowed_account_ids": {"references": ["var.accounts"]}}}).accounts == true
	facts(constant({"allowed_account_ids": []})).accounts == false
	facts(constant({"region": ["eu-west-1"]})).accounts == false
}
