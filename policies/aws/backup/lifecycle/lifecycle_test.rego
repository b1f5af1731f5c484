package aws.backup.lifecycle_test

import data.aws.backup.lifecycle as policy
import data.lib.expect

test_deny_no_end if {
	every stage in expect.stages {
		every after in [
			{"rule": [{"rule_name": "daily"}]},
			{"rule": [{"rule_name": "daily", "lifecycle": [{"cold_storage_after": 30, "delete_after": 0}]}]},
			{"rule": [{"rule_name": "daily", "lifecycle": {"delete_after": 0}}]},
		] {
			policy.deny == {expect.violation("AWS-BACKUP-001", "aws_backup_plan.it keeps the backups of daily for ever (lifecycle.delete_after)")} with input as expect.resource("aws_backup_plan", stage, after)
		}
	}
}

test_allow_an_end if {
	every stage in expect.stages {
		every lifecycle in [[{"delete_after": 1}], {"delete_after": 1}] {
			policy.deny == set() with input as expect.resource("aws_backup_plan", stage, {"rule": [{"rule_name": "daily", "lifecycle": lifecycle}]})
		}
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"rule": [{"rule_name": "daily"}]})
	policy.deny == set() with input as expect.resource("random_id", "synth", {"rule": [{"rule_name": "daily", "lifecycle": [{"cold_storage_after": 30, "delete_after": 0}]}]})
}
