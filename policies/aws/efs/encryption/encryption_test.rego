package aws.efs.encryption_test

import data.aws.efs.encryption as policy
import data.lib.expect

test_deny_plaintext if {
	every stage in expect.stages {
		every after in [{}, {"encrypted": false}] {
			policy.deny == {expect.finding("AWS-EFS-001", "aws_efs_file_system.it is not encrypted (encrypted)")} with input as expect.resource("aws_efs_file_system", stage, after)
		}
	}
}

test_allow_encryption if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_efs_file_system", stage, {"encrypted": true})
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-EFS-001", "aws_efs_file_system.it is not encrypted (encrypted)")} with input as expect.unknown("aws_efs_file_system", {}, {"encrypted": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"encrypted": false})
}
