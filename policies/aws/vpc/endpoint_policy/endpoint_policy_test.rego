package aws.vpc.endpoint_policy_test

import data.aws.vpc.endpoint_policy as policy
import data.lib.expect

denied(type) := {expect.finding("AWS-VPC-006", $"{type}.it lets everything through")}

test_deny_what_is_wrong if {
	every stage in expect.stages {
		every type in ["aws_vpc_endpoint"] {
			policy.deny == denied(type) with input as expect.resource(type, stage, {"vpc_endpoint_type": "Interface"})
		}
	}
}

test_allow_what_is_right if {
	every stage in expect.stages {
		every type in ["aws_vpc_endpoint"] {
			policy.deny == set() with input as expect.resource(type, stage, {"vpc_endpoint_type": "Interface", "policy": "{}"})
		}
	}
}

test_allow_where_it_does_not_apply if {
	every stage in expect.stages {
		every type in ["aws_vpc_endpoint"] {
			policy.deny == set() with input as expect.resource(type, stage, {})
		}
	}
}

test_allow_what_is_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_vpc_endpoint", {"vpc_endpoint_type": "Interface"}, {"policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {})
}
