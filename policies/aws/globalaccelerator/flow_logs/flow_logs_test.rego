package aws.globalaccelerator.flow_logs_test

import data.aws.globalaccelerator.flow_logs as policy
import data.lib.expect

test_deny_no_flow_logs if {
	every stage in expect.stages {
		every said in [{}, {"attributes": [{}]}, {"attributes": [{"flow_logs_enabled": false}]}] {
			policy.deny == {expect.finding("AWS-GA-001", "aws_globalaccelerator_accelerator.it logs no flows (attributes.flow_logs_enabled)")} with input as expect.resource("aws_globalaccelerator_accelerator", stage, said)
		}
	}
}

test_allow_flow_logs if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_globalaccelerator_accelerator", stage, {"attributes": [{"flow_logs_enabled": true}]})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
