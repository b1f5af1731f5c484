package aws.iam.service_trust_test

import data.aws.iam.service_trust as policy
import data.lib.expect

trusting(service, more) := {"assume_role_policy": expect.document(object.union({"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": service}}, more))}

test_deny_each_service_that_names_its_source if {
	every service in [
		"bedrock.amazonaws.com",
		"codebuild.amazonaws.com",
		"datasync.amazonaws.com",
		"delivery.logs.amazonaws.com",
		"ecs-tasks.amazonaws.com",
		"firehose.amazonaws.com",
		"iot.amazonaws.com",
		"monitoring.rds.amazonaws.com",
		"pipes.amazonaws.com",
		"sagemaker.amazonaws.com",
		"scheduler.amazonaws.com",
		"states.amazonaws.com",
		"transfer.amazonaws.com",
		"vpc-flow-logs.amazonaws.com",
	] {
		every stage in expect.stages {
			policy.deny == {expect.violation("AWS-IAM-013", $"aws_iam_role.it trusts {service} for any of its customers")} with input as expect.resource("aws_iam_role", stage, trusting(service, {}))
		}
	}
}

test_allow_a_source if {
	every condition in [{"StringEquals": {"aws:SourceAccount": "111111111111"}}, {"ArnLike": {"aws:SourceArn": "arn:aws:scheduler:*:111111111111:*"}}] {
		policy.deny == set() with input as expect.resource("aws_iam_role", "plan", trusting("scheduler.amazonaws.com", {"Condition": condition}))
	}
}

test_allow_services_that_name_none if {
	every service in ["lambda.amazonaws.com", "ec2.amazonaws.com"] {
		policy.deny == set() with input as expect.resource("aws_iam_role", "plan", trusting(service, {}))
	}
}

test_deny_nothing_of_an_unknown_document if {
	policy.deny == set() with input as expect.unknown("aws_iam_role", {}, {"assume_role_policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
