package aws.iam.credentials_test

import data.aws.iam.credentials as policy
import data.lib.expect

allowing(statement) := {"policy": expect.document(object.union({"Effect": "Allow", "Resource": "*"}, statement))}

test_deny_each_action_on_everything if {
	every action in actions {
		policy.deny == {expect.violation("AWS-IAM-008", $"aws_iam_policy.it hands out credentials of any kind of holder: {action}")} with input as expect.resource("aws_iam_policy", "plan", allowing({"Action": upper(action)}))
	}
}

test_deny_in_one_finding_at_every_stage if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-008", "aws_iam_role_policy.it hands out credentials of any kind of holder: airflow:createclitoken, airflow:createweblogintoken")} with input as expect.resource("aws_iam_role_policy", stage, allowing({"Action": ["airflow:createweblogintoken", "airflow:createclitoken", "sqs:SendMessage"]}))
	}
}

test_deny_in_an_inline_policy if {
	policy.deny == {expect.violation("AWS-IAM-008", "aws_iam_role.it hands out credentials of any kind of holder: airflow:createclitoken")} with input as expect.resource("aws_iam_role", "plan", {"inline_policy": [allowing({"Action": "airflow:createclitoken"})]})
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
	"airflow:createclitoken",
	"airflow:createweblogintoken",
	"appsync:createapikey",
	"codeartifact:getauthorizationtoken",
	"cognito-identity:getcredentialsforidentity",
	"cognito-identity:getopenidtokenfordeveloperidentity",
	"ec2:getpassworddata",
	"iam:createaccesskey",
	"iam:createloginprofile",
	"iam:createservicespecificcredential",
	"iam:resetservicespecificcredential",
	"iam:updateaccesskey",
	"lightsail:downloaddefaultkeypair",
	"lightsail:getinstanceaccessdetails",
	"lightsail:getrelationaldatabasemasteruserpassword",
	"rds-db:connect",
	"redshift-serverless:getcredentials",
	"redshift:getclustercredentials",
	"redshift:getclustercredentialswithiam",
	"sso:getrolecredentials",
	"sts:assumerole",
	"sts:assumerolewithsaml",
	"sts:assumerolewithwebidentity",
	"sts:getfederationtoken",
]

test_deny_nothing_of_an_unknown_document if {
	policy.deny == set() with input as expect.unknown("aws_iam_policy", {}, {"policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
