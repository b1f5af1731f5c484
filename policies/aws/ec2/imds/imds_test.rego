package aws.ec2.imds_test

import data.aws.ec2.imds as policy
import data.lib.expect

denied(type) := {expect.finding("AWS-EC2-001", $"{type}.it hands out credentials by one request (IMDSv1)")}

test_deny_what_is_wrong if {
	every stage in expect.stages {
		every type in ["aws_instance", "aws_launch_template"] {
			policy.deny == denied(type) with input as expect.resource(type, stage, {"metadata_options": [{"http_tokens": "optional"}]})
		}
	}
	every stage in expect.stages {
		every type in ["aws_instance", "aws_launch_template"] {
			policy.deny == denied(type) with input as expect.resource(type, stage, {})
		}
	}
}

test_allow_what_is_right if {
	every stage in expect.stages {
		every type in ["aws_instance", "aws_launch_template"] {
			policy.deny == set() with input as expect.resource(type, stage, {"metadata_options": [{"http_tokens": "required"}]})
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {})
}
