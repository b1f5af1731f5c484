package terraform.provider_tls_test

import data.lib.expect
import data.terraform.provider_tls as policy

test_deny_insecure if {
	every stage in expect.stages {
		policy.deny == {expect.violation("TF-PROVIDER-003", "terraform_provider.it does not check certificates (insecure)")} with input as expect.resource("terraform_provider", stage, {"unchecked": ["insecure"]})
	}
}

test_allow_the_default if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("terraform_provider", stage, {"unchecked": []})
	}
}
