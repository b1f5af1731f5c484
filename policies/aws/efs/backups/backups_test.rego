package aws.efs.backups_test

import data.aws.efs.backups as policy
import data.lib.expect

test_deny_no_backups if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-EFS-002", "aws_efs_file_system.it has no backup policy")} with input as expect.resource("aws_efs_file_system", stage, {})
	}
}

test_allow_backups if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_efs_file_system", stage, {}, {"backups": [expect.link("aws_efs_backup_policy", {})]})
	}
}

test_allow_what_a_plan_of_copies_selects if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.linked("aws_efs_file_system", stage, {}, {"backups": [expect.link("aws_backup_selection", {})]})
	}
}

test_allow_an_environment_that_may_be_thrown_away if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_efs_file_system", stage, {"tags_all": {"environment": "dev"}})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
