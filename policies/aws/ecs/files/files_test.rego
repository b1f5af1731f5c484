package aws.ecs.files_test

import data.aws.ecs.files as policy
import data.lib.expect

test_deny_files_in_plain if {
	every stage in expect.stages {
		every after in [
			{"volume": [{"name": "scratch"}, {"efs_volume_configuration": [{"file_system_id": "fs-1"}]}]},
			{"volume": [{"efs_volume_configuration": [{"transit_encryption": "DISABLED"}]}]},
			{"volume": [{"efs_volume_configuration": {"transit_encryption": "DISABLED"}}]},
		] {
			policy.deny == {expect.finding("AWS-ECS-012", "aws_ecs_task_definition.it mounts files unencrypted (transit_encryption)")} with input as expect.resource("aws_ecs_task_definition", stage, after)
		}
	}
}

test_allow_files_that_are_encrypted if {
	every stage in expect.stages {
		every after in [
			{"volume": [{"efs_volume_configuration": [{"transit_encryption": "ENABLED"}]}]},
			{"volume": [{"efs_volume_configuration": {"transit_encryption": "ENABLED"}}]},
			{"volume": [{"name": "scratch", "efs_volume_configuration": []}]},
			{},
		] {
			policy.deny == set() with input as expect.resource("aws_ecs_task_definition", stage, after)
		}
	}
}

test_allow_a_value_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_ecs_task_definition", {"volume": [{"efs_volume_configuration": [{}]}]}, {"volume": [{"efs_volume_configuration": [{"transit_encryption": true}]}]})
}

test_allow_other_types if {
	every after in [
		{"volume": [{"name": "scratch"}, {"efs_volume_configuration": [{"file_system_id": "fs-1"}]}]},
		{"volume": [{"efs_volume_configuration": [{"transit_encryption": "DISABLED"}]}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
}
