package terraform.provisioners_test

import data.lib.expect
import data.terraform.provisioners as policy

test_deny_a_provisioner if {
	every stage in expect.stages {
		policy.deny == {expect.violation("TF-EXEC-001", "terraform_provisioner.it runs when it is applied, and no plan shows what it does")} with input as expect.resource("terraform_provisioner", stage, {"kind": "local-exec"})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("terraform_data", "plan", {})
}
