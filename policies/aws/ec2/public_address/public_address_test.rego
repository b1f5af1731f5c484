package aws.ec2.public_address_test

import data.aws.ec2.public_address as policy
import data.lib.expect

denied(type) := {expect.finding("AWS-EC2-002", $"{type}.it has a public address")}

test_deny_what_is_wrong if {
	every stage in expect.stages {
		every type in ["aws_instance"] {
			policy.deny == denied(type) with input as expect.resource(type, stage, {"associate_public_ip_address": true})
		}
	}
}

test_allow_what_is_right if {
	every stage in expect.stages {
		every type in ["aws_instance"] {
			policy.deny == set() with input as expect.resource(type, stage, {"associate_public_ip_address": false})
		}
	}
	every stage in expect.stages {
		every type in ["aws_instance"] {
			policy.deny == set() with input as expect.resource(type, stage, {})
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {})
}
