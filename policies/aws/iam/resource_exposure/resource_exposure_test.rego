package aws.iam.resource_exposure_test

import data.aws.iam.resource_exposure as policy
import data.lib.expect

allowing(statement) := {"policy": expect.document(object.union({"Effect": "Allow", "Resource": "*"}, statement))}

test_deny_each_action_on_everything if {
	every action in actions {
		policy.deny == {expect.violation("AWS-IAM-010", $"aws_iam_policy.it can open any resource to others: {action}")} with input as expect.resource("aws_iam_policy", "plan", allowing({"Action": upper(action)}))
	}
}

test_deny_in_one_finding_at_every_stage if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-010", "aws_iam_role_policy.it can open any resource to others: backup:putbackupvaultaccesspolicy, codeartifact:putdomainpermissionspolicy")} with input as expect.resource("aws_iam_role_policy", stage, allowing({"Action": ["codeartifact:putdomainpermissionspolicy", "backup:putbackupvaultaccesspolicy", "sqs:SendMessage"]}))
	}
}

test_deny_in_an_inline_policy if {
	policy.deny == {expect.violation("AWS-IAM-010", "aws_iam_role.it can open any resource to others: backup:putbackupvaultaccesspolicy")} with input as expect.resource("aws_iam_role", "plan", {"inline_policy": [allowing({"Action": "backup:putbackupvaultaccesspolicy"})]})
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
	"backup:putbackupvaultaccesspolicy",
	"codeartifact:putdomainpermissionspolicy",
	"dynamodb:putresourcepolicy",
	"ec2:modifyimageattribute",
	"ec2:modifysnapshotattribute",
	"ecr:putregistrypolicy",
	"ecr:setrepositorypolicy",
	"elasticfilesystem:putfilesystempolicy",
	"es:updatedomainconfig",
	"events:putpermission",
	"glacier:setvaultaccesspolicy",
	"glue:putresourcepolicy",
	"iam:createpolicy",
	"iam:createrole",
	"iam:deletegrouppolicy",
	"iam:deleterolepolicy",
	"iam:detachrolepolicy",
	"iam:putrolepermissionsboundary",
	"iam:putuserpermissionsboundary",
	"kinesis:putresourcepolicy",
	"kms:creategrant",
	"kms:putkeypolicy",
	"lambda:addlayerversionpermission",
	"lambda:addpermission",
	"lambda:createfunctionurlconfig",
	"lambda:updatefunctionurlconfig",
	"logs:putresourcepolicy",
	"ram:associateresourceshare",
	"ram:createresourceshare",
	"rds:modifydbclustersnapshotattribute",
	"rds:modifydbsnapshotattribute",
	"s3:putaccesspointpolicy",
	"s3:putaccountpublicaccessblock",
	"s3:putbucketacl",
	"s3:putbucketpolicy",
	"s3:putbucketpublicaccessblock",
	"s3:putobjectacl",
	"secretsmanager:putresourcepolicy",
	"ses:putidentitypolicy",
	"sns:addpermission",
	"sns:settopicattributes",
	"sqs:addpermission",
	"sqs:setqueueattributes",
]

test_deny_nothing_of_an_unknown_document if {
	policy.deny == set() with input as expect.unknown("aws_iam_policy", {}, {"policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
