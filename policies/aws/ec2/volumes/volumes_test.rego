package aws.ec2.volumes_test

import data.aws.ec2.volumes as policy
import data.lib.expect

denied(type) := {expect.finding("AWS-EC2-003", $"{type}.it is not encrypted")}

test_deny_what_is_wrong if {
	every stage in expect.stages {
		every type in ["aws_ebs_volume"] {
			policy.deny == denied(type) with input as expect.resource(type, stage, {"encrypted": false})
		}
	}
	every stage in expect.stages {
		every type in ["aws_ebs_volume"] {
			policy.deny == denied(type) with input as expect.resource(type, stage, {})
		}
	}
}

test_allow_what_is_right if {
	every stage in expect.stages {
		every type in ["aws_ebs_volume"] {
			policy.deny == set() with input as expect.resource(type, stage, {"encrypted": true})
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {})
}
