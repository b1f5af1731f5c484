package terraform.backend_test

import data.lib.expect
import data.terraform.backend as policy

test_deny_a_local_state if {
	every stage in ["synth"] {
		policy.deny == {expect.finding("TF-BACKEND-001", "terraform_backend.it keeps the state on one disk")} with input as expect.resource("terraform_backend", stage, {"kind": "local"})
	}
}

test_deny_what_s3_leaves_off if {
	every stage in ["synth"] {
		policy.deny == {expect.finding("TF-BACKEND-001", "terraform_backend.it does not encrypt the state"), expect.finding("TF-BACKEND-001", "terraform_backend.it does not lock the state")} with input as expect.resource("terraform_backend", stage, {"kind": "s3"})
	}
}

test_deny_a_backend_nobody_checked if {
	every stage in ["synth"] {
		policy.deny == {expect.finding("TF-BACKEND-001", "terraform_backend.it is a backend whose encryption and locks nobody has checked")} with input as expect.resource("terraform_backend", stage, {"kind": "http"})
	}
}

test_allow_s3 if {
	every stage in ["synth"] {
		policy.deny == set() with input as expect.resource("terraform_backend", stage, {"kind": "s3", "encrypt": true, "use_lockfile": true})
	}
}

test_allow_gcs if {
	every stage in ["synth"] {
		policy.deny == set() with input as expect.resource("terraform_backend", stage, {"kind": "gcs"})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
