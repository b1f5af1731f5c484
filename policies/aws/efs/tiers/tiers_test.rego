package aws.efs.tiers_test

import data.aws.efs.tiers as policy
import data.lib.expect

test_deny_files_that_never_move if {
	every stage in expect.stages {
		every after in [{}, {"lifecycle_policy": [{"transition_to_archive": "AFTER_90_DAYS"}]}] {
			policy.deny == {expect.finding("AWS-EFS-003", "aws_efs_file_system.it keeps files that nobody reads at the full price (lifecycle_policy)")} with input as expect.resource("aws_efs_file_system", stage, after)
		}
	}
}

test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-EFS-003", "aws_efs_file_system.it keeps files that nobody reads at the full price (lifecycle_policy)")} with input as expect.unknown("aws_efs_file_system", {}, {"lifecycle_policy": [{"transition_to_ia": true}]})
}

test_allow_files_that_move if {
	every stage in expect.stages {
		every after in [
			{"lifecycle_policy": [{"transition_to_ia": "AFTER_30_DAYS"}]},
			{"lifecycle_policy": [{"transition_to_primary_storage_class": "AFTER_1_ACCESS"}, {"transition_to_ia": "AFTER_7_DAYS"}]},
		] {
			policy.deny == set() with input as expect.resource("aws_efs_file_system", stage, after)
		}
	}
}

test_allow_other_types if {
	every after in [{}, {"lifecycle_policy": [{"transition_to_archive": "AFTER_90_DAYS"}]}] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
	policy.deny == set() with input as expect.unknown("random_id", {}, {"lifecycle_policy": [{"transition_to_ia": true}]})
}
