package aws.logs.retention_test

import data.aws.logs.retention as policy
import data.lib.expect

test_deny_a_group_that_does_not_say if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-LOGS-002", "aws_cloudwatch_log_group.it keeps its logs for ever")} with input as expect.resource("aws_cloudwatch_log_group", stage, {})
	}
}

test_deny_zero if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-LOGS-002", "aws_cloudwatch_log_group.it keeps its logs for ever")} with input as expect.resource("aws_cloudwatch_log_group", stage, {"retention_in_days": 0})
	}
}

test_allow_thirty_days if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_cloudwatch_log_group", stage, {"retention_in_days": 30})
	}
}

# The driver withdraws this finding: the value may be set.
test_deny_is_a_finding_when_the_value_is_unknown if {
	policy.deny == {expect.finding("AWS-LOGS-002", "aws_cloudwatch_log_group.it keeps its logs for ever")} with input as expect.unknown("aws_cloudwatch_log_group", {}, {"retention_in_days": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
