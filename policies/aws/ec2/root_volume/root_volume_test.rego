package aws.ec2.root_volume_test

import data.aws.ec2.root_volume as policy
import data.lib.expect

denied(type) := {expect.finding("AWS-EC2-004", $"{type}.it starts from a disk that is not encrypted")}

test_deny_what_is_wrong if {
	every stage in expect.stages {
		every type in ["aws_instance"] {
			policy.deny == denied(type) with input as expect.resource(type, stage, {"root_block_device": [{"encrypted": false}]})
		}
	}
	every stage in expect.stages {
		every type in ["aws_instance"] {
			policy.deny == denied(type) with input as expect.resource(type, stage, {})
		}
	}
}

test_allow_what_is_right if {
	every stage in expect.stages {
		every type in ["aws_instance"] {
			policy.deny == set() with input as expect.resource(type, stage, {"root_block_device": [{"encrypted": true}]})
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {})
}
