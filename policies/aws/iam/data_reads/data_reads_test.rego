package aws.iam.data_reads_test

import data.aws.iam.data_reads as policy
import data.lib.expect

allowing(statement) := {"policy": expect.document(object.union({"Effect": "Allow", "Resource": "*"}, statement))}

test_deny_each_action_on_everything if {
	every action in actions {
		policy.deny == {expect.violation("AWS-IAM-009", $"aws_iam_policy.it can read the data of everybody: {action}")} with input as expect.resource("aws_iam_policy", "plan", allowing({"Action": upper(action)}))
	}
}

test_deny_in_one_finding_at_every_stage if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-009", "aws_iam_role_policy.it can read the data of everybody: athena:getqueryresults, dynamodb:batchgetitem")} with input as expect.resource("aws_iam_role_policy", stage, allowing({"Action": ["dynamodb:batchgetitem", "athena:getqueryresults", "sqs:SendMessage"]}))
	}
}

test_deny_in_an_inline_policy if {
	policy.deny == {expect.violation("AWS-IAM-009", "aws_iam_role.it can read the data of everybody: athena:getqueryresults")} with input as expect.resource("aws_iam_role", "plan", {"inline_policy": [allowing({"Action": "athena:getqueryresults"})]})
}

test_allow_a_name_a_choice_a_denial_and_other_actions if {
	every statement in [
		{"Action": actions, "Resource": "arn:aws:iam::111111111111:role/app"},
		{"Action": actions, "Condition": {"StringEquals": {"aws:ResourceTag/team": "x"}}},
		{"Effect": "Deny", "Action": actions},
		{"Action": ["xray:PutTraceSegments", "ecr:GetAuthorizationToken"]},
	] {
		policy.deny == set() with input as expect.resource("aws_iam_policy", "plan", allowing(statement))
	}
}

actions := [
	"athena:getqueryresults",
	"dynamodb:batchgetitem",
	"dynamodb:exporttabletopointintime",
	"dynamodb:getitem",
	"dynamodb:query",
	"dynamodb:scan",
	"ebs:getsnapshotblock",
	"kinesis:getrecords",
	"kms:decrypt",
	"kms:reencryptfrom",
	"lambda:getfunction",
	"logs:filterlogevents",
	"logs:getlogevents",
	"rds:copydbclustersnapshot",
	"rds:copydbsnapshot",
	"rds:createdbsnapshot",
	"rds:startexporttask",
	"redshift-data:getstatementresult",
	"s3:getobject",
	"s3:getobjectversion",
	"secretsmanager:batchgetsecretvalue",
	"secretsmanager:getsecretvalue",
	"sqs:receivemessage",
	"ssm:getparameter",
	"ssm:getparameterhistory",
	"ssm:getparameters",
	"ssm:getparametersbypath",
]

test_deny_nothing_of_an_unknown_document if {
	policy.deny == set() with input as expect.unknown("aws_iam_policy", {}, {"policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
