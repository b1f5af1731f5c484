package terraform.provider_credentials_test

import data.lib.expect
import data.terraform.provider_credentials as policy

test_deny_keys if {
	every stage in expect.stages {
		policy.deny == {expect.violation("TF-PROVIDER-001", "terraform_provider.it has access_key, secret_key written in it")} with input as expect.resource("terraform_provider", stage, {"credentials": ["access_key", "secret_key"]})
	}
}

test_allow_none if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("terraform_provider", stage, {"credentials": []})
	}
}
