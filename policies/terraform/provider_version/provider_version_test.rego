package terraform.provider_version_test

import data.lib.expect
import data.terraform.provider_version as policy

provider(stage, after) := expect.resource("terraform_provider", stage, after)

test_deny_no_version if {
	every stage in expect.stages {
		policy.deny == {expect.finding("TF-PROVIDER-002", "terraform_provider.it has no version")} with input as provider(stage, {"name": "aws"})
	}
}

test_deny_a_range_without_end if {
	every stage in expect.stages {
		every version in [">= 5.0", "> 5.0", "!= 5.1", ">= 5.0, != 5.1"] {
			policy.deny == {expect.violation("TF-PROVIDER-002", $"terraform_provider.it takes any later version ({version})")} with input as provider(stage, {"version": version})
		}
	}
}

test_allow_a_bound if {
	every stage in expect.stages {
		every version in ["5.100.0", "= 5.100.0", "~> 5.100", ">= 5.0, < 6.0", ">= 5.0,<= 5.9"] {
			policy.deny == set() with input as provider(stage, {"version": version})
		}
	}
}
