package aws.ecs.session_key_test

import data.aws.ecs.session_key as policy
import data.lib.expect

test_deny_sessions_without_a_key if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-ECS-008", "aws_ecs_cluster.it encrypts sessions in its containers with no key of ours (kms_key_id)")} with input as expect.resource("aws_ecs_cluster", stage, {"configuration": [{"execute_command_configuration": [{"logging": "DEFAULT"}]}]})
	}
}

test_deny_logs_that_may_be_plain if {
	every stage in expect.stages {
		every after in [
			{"configuration": [{"execute_command_configuration": [{"kms_key_id": "k", "logging": "OVERRIDE"}]}]},
			{"configuration": [{"execute_command_configuration": [{"kms_key_id": "k", "logging": "OVERRIDE", "log_configuration": [{"cloud_watch_encryption_enabled": false, "s3_bucket_encryption_enabled": false}]}]}]},
		] {
			policy.deny == {expect.finding("AWS-ECS-008", "aws_ecs_cluster.it does not ask that logs of sessions are encrypted (log_configuration)")} with input as expect.resource("aws_ecs_cluster", stage, after)
		}
	}
}

test_allow_sessions_with_a_key if {
	every stage in expect.stages {
		every after in [
			{"configuration": [{"execute_command_configuration": [{"kms_key_id": "k", "logging": "DEFAULT"}]}]},
			{"configuration": [{"execute_command_configuration": [{"kms_key_id": "k", "logging": "OVERRIDE", "log_configuration": [{"cloud_watch_encryption_enabled": true}]}]}]},
			{"configuration": [{"execute_command_configuration": [{"kms_key_id": "k", "logging": "OVERRIDE", "log_configuration": [{"s3_bucket_encryption_enabled": true}]}]}]},
			{"configuration": [{"execute_command_configuration": []}]},
			{},
		] {
			policy.deny == set() with input as expect.resource("aws_ecs_cluster", stage, after)
		}
	}
}

test_allow_a_key_known_only_after_apply if {
	policy.deny == set() with input as expect.unknown("aws_ecs_cluster", {"configuration": [{"execute_command_configuration": [{"logging": "DEFAULT"}]}]}, {"configuration": [{"execute_command_configuration": [{"kms_key_id": true}]}]})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "plan", {"configuration": [{"execute_command_configuration": [{"logging": "DEFAULT"}]}]})
	every after in [
		{"configuration": [{"execute_command_configuration": [{"kms_key_id": "k", "logging": "OVERRIDE"}]}]},
		{"configuration": [{"execute_command_configuration": [{"kms_key_id": "k", "logging": "OVERRIDE", "log_configuration": [{"cloud_watch_encryption_enabled": false, "s3_bucket_encryption_enabled": false}]}]}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
}
