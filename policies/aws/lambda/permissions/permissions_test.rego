package aws.lambda.permissions_test

import data.aws.lambda.permissions as policy
import data.lib.expect

test_deny_everybody if {
	every stage in expect.stages {
		every after in [{}, {"source_arn": ""}, {"source_arn": "arn:aws:sns:*:*:*"}, {"source_account": ""}, {"principal_org_id": ""}, {"event_source_token": ""}] {
			policy.deny == {expect.finding("AWS-LAMBDA-014", "aws_lambda_permission.it lets anyone invoke the function")} with input as permission(stage, "*", after)
		}
	}
}

test_deny_a_service_without_a_source if {
	every stage in expect.stages {
		every principal in ["events.amazonaws.com", "s3.amazonaws.com"] {
			policy.deny == {expect.finding("AWS-LAMBDA-014", $"aws_lambda_permission.it lets {principal} invoke the function for any account")} with input as permission(stage, principal, {})
		}
	}
}

test_deny_a_bucket_without_its_account if {
	every stage in expect.stages {
		policy.deny == {expect.finding("AWS-LAMBDA-014", "aws_lambda_permission.it names a bucket but not its account")} with input as permission(stage, "s3.amazonaws.com", {"source_arn": "arn:aws:s3:::orders"})
	}
}

test_allow_a_source if {
	every stage in expect.stages {
		every principal in ["*", "sns.amazonaws.com"] {
			every after in [{"source_arn": "arn:aws:sns:eu-west-1:123456789012:orders"}, {"source_account": "123456789012"}, {"principal_org_id": "o-abc"}, {"event_source_token": "amzn1.ask.skill"}] {
				policy.deny == set() with input as permission(stage, principal, after)
			}
		}
	}
}

test_allow_a_bucket_and_its_account if {
	every stage in expect.stages {
		policy.deny == set() with input as permission(stage, "s3.amazonaws.com", {"source_arn": "arn:aws:s3:::orders", "source_account": "123456789012"})
	}
}

test_allow_an_account if {
	policy.deny == set() with input as permission("plan", "123456789012", {})
}

test_allow_a_source_known_only_after_apply if {
	every name in ["source_arn", "source_account", "principal_org_id"] {
		policy.deny == set() with input as expect.unknown("aws_lambda_permission", {"principal": "sns.amazonaws.com"}, {name: true})
	}
}

permission(stage, principal, after) := expect.resource("aws_lambda_permission", stage, object.union(after, {"principal": principal}))

test_allow_another_type_with_the_attribute if {
	every principal, after in {"*": {}, "events.amazonaws.com": {}, "s3.amazonaws.com": {"source_arn": "arn:aws:s3:::orders"}} {
		policy.deny == set() with input as object.union(permission("synth", principal, after), {"type": "random_id"})
	}
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
