package aws.subnet.public_addresses_test

import data.aws.subnet.public_addresses as policy
import data.lib.expect

denied(type) := {expect.finding("AWS-SUBNET-001", $"{type}.it gives a public address to whatever starts in it")}

test_deny_what_is_wrong if {
	every stage in expect.stages {
		every type in ["aws_subnet"] {
			policy.deny == denied(type) with input as expect.resource(type, stage, {"map_public_ip_on_launch": true})
		}
	}
}

test_allow_what_is_right if {
	every stage in expect.stages {
		every type in ["aws_subnet"] {
			policy.deny == set() with input as expect.resource(type, stage, {"map_public_ip_on_launch": false})
		}
	}
	every stage in expect.stages {
		every type in ["aws_subnet"] {
			policy.deny == set() with input as expect.resource(type, stage, {})
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {})
}
