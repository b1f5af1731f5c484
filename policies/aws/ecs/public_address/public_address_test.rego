package aws.ecs.public_address_test

import data.aws.ecs.public_address as policy
import data.lib.expect

test_deny_public_addresses if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-ECS-002", "aws_ecs_service.it gives its tasks public addresses (assign_public_ip)")} with input as expect.resource("aws_ecs_service", stage, {"network_configuration": [{"assign_public_ip": true}]})
	}
}

test_allow_private_addresses if {
	every stage in expect.stages {
		every after in [{"network_configuration": [{"assign_public_ip": false}]}, {"network_configuration": [{}]}, {}] {
			policy.deny == set() with input as expect.resource("aws_ecs_service", stage, after)
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {"network_configuration": [{"assign_public_ip": true}]})
}
