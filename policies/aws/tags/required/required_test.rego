package aws.tags.required_test

import data.aws.tags.required as policy
import data.lib.expect

test_deny_a_resource_without_tags if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-TAGS-001", "aws_cloudwatch_log_group.it lacks the tags service, owner, environment, cost-center")} with input as expect.resource("aws_cloudwatch_log_group", stage, {})
	}
}

test_deny_an_empty_tag if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-TAGS-001", "aws_cloudwatch_log_group.it lacks the tags owner")} with input as expect.resource("aws_cloudwatch_log_group", stage, {"tags_all": {"service": "orders", "owner": "", "environment": "dev", "cost-center": "42"}})
	}
}

test_allow_all_four if {
	every stage in expect.stages {
		policy.deny == set() with input as expect.resource("aws_cloudwatch_log_group", stage, {"tags_all": {"service": "orders", "owner": "team-orders", "environment": "dev", "cost-center": "42"}})
	}
}

test_deny_nothing_of_unknown_tags if {
	policy.deny == set() with input as expect.unknown("aws_cloudwatch_log_group", {}, {"tags_all": true})
}
