package aws.logs.retention_bounds_test

import data.aws.logs.retention_bounds as policy
import data.lib.expect

test_deny_too_short_and_too_long if {
	every stage in expect.stages {
		every days in [1, 6, 401, 3653] {
			policy.deny == {expect.violation("AWS-LOGS-003", $"aws_cloudwatch_log_group.it keeps its logs for {days} days (7 to 400 are sensible)")} with input as expect.resource("aws_cloudwatch_log_group", stage, {"retention_in_days": days})
		}
	}
}

test_allow_what_is_sensible if {
	every stage in expect.stages {
		every days in [7, 90, 400] {
			policy.deny == set() with input as expect.resource("aws_cloudwatch_log_group", stage, {"retention_in_days": days})
		}
	}
}

# AWS-LOGS-002 speaks of logs that are kept for ever.
test_allow_for_ever if {
	every after in [{}, {"retention_in_days": 0}] {
		policy.deny == set() with input as expect.resource("aws_cloudwatch_log_group", "plan", after)
	}
}

test_allow_another_type_with_the_attribute if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {"retention_in_days": 1})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}

# What stands for a sensitive value is a text, and a text is more than any number.
test_allow_a_sensitive_time if {
	policy.deny == set() with input as expect.resource("aws_cloudwatch_log_group", "plan", {"retention_in_days": "(sensitive)"})
}
