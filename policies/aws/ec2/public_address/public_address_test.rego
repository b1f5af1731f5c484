package aws.ec2.public_address_test

import data.aws.ec2.public_address as policy
import data.lib.expect

denied(type) := {expect.finding("AWS-EC2-002", $"{type}.it has a public address")}

test_deny_a_machine_with_a_public_address if {
	every stage in expect.stages {
		policy.deny == denied("aws_instance") with input as expect.resource("aws_instance", stage, {"associate_public_ip_address": true})
	}
}

test_deny_a_template_with_a_public_address if {
	every stage in expect.stages {
		every value in [true, "true"] {
			policy.deny == denied("aws_launch_template") with input as expect.resource("aws_launch_template", stage, {"network_interfaces": [{}, {"associate_public_ip_address": value}]})
		}
	}
}

test_allow_private_addresses if {
	every stage in expect.stages {
		every after in [{"associate_public_ip_address": false}, {}] {
			policy.deny == set() with input as expect.resource("aws_instance", stage, after)
		}
		every after in [{"network_interfaces": [{"associate_public_ip_address": "false"}]}, {"network_interfaces": [{}]}, {}] {
			policy.deny == set() with input as expect.resource("aws_launch_template", stage, after)
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {"associate_public_ip_address": true})
	policy.deny == set() with input as expect.resource("random_id", "plan", {"network_interfaces": [{"associate_public_ip_address": true}]})
}
