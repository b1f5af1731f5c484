package lib.iam_test

import data.lib.iam

# Who adds a way says here what it takes.
known_ways := [
	"iam-001: iam:CreatePolicyVersion",
	"iam-002: iam:CreateAccessKey",
	"iam-004: iam:CreateLoginProfile",
	"iam-005: iam:PutRolePolicy",
	"iam-006: iam:UpdateLoginProfile",
	"iam-007: iam:PutUserPolicy",
	"iam-008: iam:AttachUserPolicy",
	"iam-009: iam:AttachRolePolicy",
	"iam-010: iam:AttachGroupPolicy",
	"iam-011: iam:PutGroupPolicy",
	"iam-012: iam:UpdateAssumeRolePolicy",
	"iam-013: iam:AddUserToGroup",
	"no page: iam:SetDefaultPolicyVersion",
	"no page: iam:DeleteRolePermissionsBoundary",
	"no page: iam:DeleteUserPermissionsBoundary",
	"apprunner-001: iam:PassRole, apprunner:CreateService for tasks.apprunner.amazonaws.com",
	"apprunner-002: apprunner:UpdateService",
	"bedrock-001: iam:PassRole, bedrock-agentcore:CreateCodeInterpreter, bedrock-agentcore:StartCodeInterpreterSession, bedrock-agentcore:InvokeCodeInterpreter for bedrock-agentcore.amazonaws.com",
	"bedrock-002: bedrock-agentcore:InvokeCodeInterpreter, bedrock-agentcore:StartCodeInterpreterSession",
	"cloudformation-001: iam:PassRole, cloudformation:CreateStack for cloudformation.amazonaws.com",
	"cloudformation-002: cloudformation:UpdateStack",
	"cloudformation-003: iam:PassRole, cloudformation:CreateStackSet, cloudformation:CreateStackInstances for cloudformation.amazonaws.com",
	"cloudformation-004: iam:PassRole, cloudformation:UpdateStackSet for cloudformation.amazonaws.com",
	"cloudformation-005: cloudformation:ExecuteChangeSet, cloudformation:CreateChangeSet",
	"codebuild-001: iam:PassRole, codebuild:CreateProject, codebuild:StartBuild for codebuild.amazonaws.com",
	"codebuild-002: codebuild:StartBuild",
	"codebuild-003: codebuild:StartBuildBatch",
	"codebuild-004: iam:PassRole, codebuild:CreateProject, codebuild:StartBuildBatch for codebuild.amazonaws.com",
	"datapipeline-001: iam:PassRole, datapipeline:CreatePipeline, datapipeline:PutPipelineDefinition for datapipeline.amazonaws.com",
	"ec2-001: iam:PassRole, ec2:RunInstances for ec2.amazonaws.com",
	"ec2-002: ec2:ModifyInstanceAttribute, ec2:StopInstances, ec2:StartInstances",
	"ec2-003: iam:PassRole, ec2:RequestSpotInstances for ec2.amazonaws.com",
	"ec2-004: ec2:CreateLaunchTemplateVersion, ec2:ModifyLaunchTemplate",
	"ec2instanceconnect-003: ec2-instance-connect:SendSSHPublicKey",
	"ecs-003: iam:PassRole, ecs:RegisterTaskDefinition, ecs:CreateService for ecs-tasks.amazonaws.com",
	"ecs-004: iam:PassRole, ecs:RegisterTaskDefinition, ecs:RunTask for ecs-tasks.amazonaws.com",
	"ecs-005: iam:PassRole, ecs:RegisterTaskDefinition, ecs:StartTask for ecs-tasks.amazonaws.com",
	"no page: ecs:ExecuteCommand",
	"glue-001: iam:PassRole, glue:CreateDevEndpoint for glue.amazonaws.com",
	"glue-002: glue:UpdateDevEndpoint",
	"glue-003: iam:PassRole, glue:CreateJob, glue:StartJobRun for glue.amazonaws.com",
	"glue-004: iam:PassRole, glue:CreateJob, glue:CreateTrigger for glue.amazonaws.com",
	"glue-005: iam:PassRole, glue:UpdateJob, glue:StartJobRun for glue.amazonaws.com",
	"glue-006: iam:PassRole, glue:UpdateJob, glue:CreateTrigger for glue.amazonaws.com",
	"lambda-001: iam:PassRole, lambda:CreateFunction, lambda:InvokeFunction for lambda.amazonaws.com",
	"lambda-002: iam:PassRole, lambda:CreateFunction, lambda:CreateEventSourceMapping for lambda.amazonaws.com",
	"lambda-003: lambda:UpdateFunctionCode",
	"lambda-006: iam:PassRole, lambda:CreateFunction, lambda:AddPermission for lambda.amazonaws.com",
	"no page: lambda:UpdateFunctionConfiguration",
	"sagemaker-001: iam:PassRole, sagemaker:CreateNotebookInstance for sagemaker.amazonaws.com",
	"sagemaker-002: iam:PassRole, sagemaker:CreateTrainingJob for sagemaker.amazonaws.com",
	"sagemaker-003: iam:PassRole, sagemaker:CreateProcessingJob for sagemaker.amazonaws.com",
	"sagemaker-004: sagemaker:CreatePresignedNotebookInstanceUrl",
	"sagemaker-005: sagemaker:UpdateNotebookInstance, sagemaker:CreateNotebookInstanceLifecycleConfig",
	"ssm-001: ssm:StartSession",
	"ssm-002: ssm:SendCommand",
	"sts-001: sts:AssumeRole",
	"no page: iam:PassRole, states:CreateStateMachine, states:StartExecution for states.amazonaws.com",
	"no page: iam:PassRole, batch:RegisterJobDefinition, batch:SubmitJob for ecs-tasks.amazonaws.com",
]

told(way) := $"{object.get(way, "path", "no page")}: {concat(", ", way.steps)}{whom(way)}"

default whom(_) := ""

whom(way) := $" for {way.service}" if way.service

test_each_way_takes_steps_in_their_order if {
	[told(way) | some way in iam.escalations] == known_ways
}

opened(statements) := {told(way) | some way in iam.open_ways(iam.document(written(statements)))}

test_a_way_is_open_to_whom_its_only_step_is_allowed_on_anything if {
	opened([allow("iam:CreateAccessKey", "*")]) == {"iam-002: iam:CreateAccessKey"}
	opened([allow("IAM:createaccesskey", "*")]) == {"iam-002: iam:CreateAccessKey"}
	opened([allow("iam:CreateAccessKey", "arn:aws:iam::111111111111:user/orders")]) == set()
	opened([allow("s3:*", "*")]) == set()
}

to_run := "ec2-001: iam:PassRole, ec2:RunInstances for ec2.amazonaws.com"

test_a_way_of_more_steps_takes_all_of_them if {
	opened([allow(["iam:PassRole", "ec2:RunInstances"], "*")]) == {to_run}
	opened([allow("iam:PassRole", "*")]) == set()
	opened([allow("ec2:RunInstances", "*")]) == set()
	opened([allow("iam:PassRole", "*"), allow("ec2:RunInstances", "arn:aws:ec2:eu-west-1:111111111111:instance/i-1")]) == {to_run}
}

test_a_role_that_is_passed_to_another_service_opens_none if {
	passing(["ec2.amazonaws.com"]) == {to_run}
	passing(["lambda.amazonaws.com", "ec2.amazonaws.com"]) == {to_run}
	passing(["ec2*"]) == {to_run}
	passing(["lambda.amazonaws.com"]) == set()
}

passing(services) := opened([object.union(
	allow(["iam:PassRole", "ec2:RunInstances"], "*"),
	{"Condition": {"StringLike": {"iam:PassedToService": services}}},
)])
