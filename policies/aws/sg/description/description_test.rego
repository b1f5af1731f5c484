package aws.sg.description_test

import data.aws.sg.description as policy
import data.lib.expect

denied(type) := {expect.finding("AWS-SG-005", $"{type}.it does not say what it is for")}

test_deny_what_is_wrong if {
	every stage in expect.stages {
		every type in ["aws_security_group"] {
			policy.deny == denied(type) with input as expect.resource(type, stage, {"description": ""})
		}
	}
	every stage in expect.stages {
		every type in ["aws_security_group"] {
			policy.deny == denied(type) with input as expect.resource(type, stage, {"description": "Managed by Terraform"})
		}
	}
	every stage in expect.stages {
		every type in ["aws_security_group"] {
			policy.deny == denied(type) with input as expect.resource(type, stage, {})
		}
	}
}

test_allow_what_is_right if {
	every stage in expect.stages {
		every type in ["aws_security_group"] {
			policy.deny == set() with input as expect.resource(type, stage, {"description": "Lets the load balancer in"})
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {})
}
