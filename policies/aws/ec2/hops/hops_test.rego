package aws.ec2.hops_test

import data.aws.ec2.hops as policy
import data.lib.expect

types := ["aws_instance", "aws_launch_template"]

test_deny_two_hops if {
	every stage in expect.stages {
		every type in types {
			policy.deny == {expect.violation("AWS-EC2-005", $"{type}.it lets metadata travel 2 hops (http_put_response_hop_limit)")} with input as expect.resource(type, stage, {"metadata_options": [{"http_put_response_hop_limit": 2}]})
		}
	}
}

test_allow_one_hop if {
	every stage in expect.stages {
		every type in types {
			every after in [{"metadata_options": [{"http_put_response_hop_limit": 1}]}, {"metadata_options": [{}]}, {}] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_a_sensitive_number if {
	every stage in expect.stages {
		every type in types {
			policy.deny == set() with input as expect.resource(type, stage, {"metadata_options": [{"http_put_response_hop_limit": "(sensitive)"}]})
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {"metadata_options": [{"http_put_response_hop_limit": 2}]})
}
