package aws.iam.escalation_test

import data.aws.iam.escalation as policy
import data.lib.expect

allowing(actions) := expect.resource("aws_iam_policy", "plan", {"policy": expect.document({"Effect": "Allow", "Action": actions, "Resource": "*"})})

# The first step on everything, the others on one thing.
step_by_step(steps) := statements([
	{"Effect": "Allow", "Action": steps[0], "Resource": "*"},
	{"Effect": "Allow", "Action": array.slice(steps, 1, 9), "Resource": "arn:aws:sqs:eu-west-1:111111111111:one"},
])

opens(way) := {expect.violation("AWS-IAM-006", $"aws_iam_policy.it opens ways to more rights: {way}")}

test_deny_each_way if {
	every pair in ways {
		told := concat(" + ", pair[0])
		source := {true: "", false: $" (pathfinding.cloud/paths/{pair[1]})"}[pair[1] == ""]
		policy.deny == opens(concat("", [told, source])) with input as step_by_step(pair[0])
	}
}

test_deny_at_every_stage_and_in_an_inline_policy if {
	every stage in expect.stages {
		policy.deny == {expect.violation("AWS-IAM-006", "aws_iam_role.it opens ways to more rights: iam:PutRolePolicy (pathfinding.cloud/paths/iam-005)")} with input as expect.resource("aws_iam_role", stage, {"inline_policy": [{"policy": expect.document({"Effect": "Allow", "Action": "iam:putrolepolicy", "Resource": "arn:aws:iam::111111111111:role/*"})}]})
	}
}

test_deny_in_one_finding_three_ways_told if {
	policy.deny == opens("iam:AttachRolePolicy (pathfinding.cloud/paths/iam-009), iam:PutRolePolicy (pathfinding.cloud/paths/iam-005), iam:PutUserPolicy (pathfinding.cloud/paths/iam-007)") with input as allowing(["iam:PutRolePolicy", "iam:PutUserPolicy", "iam:AttachRolePolicy"])
	policy.deny == opens("iam:AddUserToGroup (pathfinding.cloud/paths/iam-013), iam:AttachRolePolicy (pathfinding.cloud/paths/iam-009), iam:PutRolePolicy (pathfinding.cloud/paths/iam-005), and 1 more") with input as allowing(["iam:PutRolePolicy", "iam:PutUserPolicy", "iam:AttachRolePolicy", "iam:AddUserToGroup"])
}

statements(list) := expect.resource("aws_iam_policy", "plan", {"policy": json.marshal({"Statement": list})})

pass(more) := object.union({"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"}, more)

run := {"Effect": "Allow", "Action": ["ec2:Run*"], "Resource": "arn:aws:ec2:eu-west-1:111111111111:instance/one"}

by_ec2 := opens("iam:PassRole + ec2:RunInstances (pathfinding.cloud/paths/ec2-001)")

test_deny_steps_that_stand_in_several_statements if {
	policy.deny == by_ec2 with input as statements([pass({}), run])
}

test_deny_a_role_passed_to_the_service_of_the_way if {
	every service in ["ec2.amazonaws.com", ["lambda.amazonaws.com", "ec2.amazonaws.com"], "ec2.*", "*"] {
		policy.deny == by_ec2 with input as statements([pass({"Condition": {"StringLike": {"iam:PassedToService": service}}}), run])
	}
}

test_allow_a_role_passed_to_another_service if {
	policy.deny == set() with input as statements([pass({"Condition": {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}}), run])
}

test_deny_a_passed_service_that_is_no_limit if {
	policy.deny == by_ec2 with input as statements([pass({"Condition": {"StringEqualsIfExists": {"iam:PassedToService": "lambda.amazonaws.com"}}}), run])
}

test_allow_a_named_start if {
	policy.deny == set() with input as statements([pass({"Resource": "arn:aws:iam::111111111111:role/app"}), run])
}

test_allow_a_way_with_a_step_missing if {
	policy.deny == set() with input as statements([pass({})])
	policy.deny == set() with input as statements([run])
	policy.deny == set() with input as statements([pass({}), run, {"Effect": "Deny", "Action": "ec2:RunInstances", "Resource": "*"}])
	policy.deny == set() with input as statements([pass({}), run, {"Effect": "Deny", "Action": "iam:Pass*", "Resource": "*"}])
}

test_allow_within_a_boundary if {
	policy.deny == set() with input as statements([{"Effect": "Allow", "Action": "iam:PutRolePolicy", "Resource": "*", "Condition": {"StringEquals": {"iam:PermissionsBoundary": "arn:aws:iam::111111111111:policy/boundary"}}}])
}

# Steps and where each way is told.
ways := [
	[["iam:CreatePolicyVersion"], "iam-001"],
	[["iam:CreateAccessKey"], "iam-002"],
	[["iam:CreateLoginProfile"], "iam-004"],
	[["iam:PutRolePolicy"], "iam-005"],
	[["iam:UpdateLoginProfile"], "iam-006"],
	[["iam:PutUserPolicy"], "iam-007"],
	[["iam:AttachUserPolicy"], "iam-008"],
	[["iam:AttachRolePolicy"], "iam-009"],
	[["iam:AttachGroupPolicy"], "iam-010"],
	[["iam:PutGroupPolicy"], "iam-011"],
	[["iam:UpdateAssumeRolePolicy"], "iam-012"],
	[["iam:AddUserToGroup"], "iam-013"],
	[["iam:SetDefaultPolicyVersion"], ""],
	[["iam:DeleteRolePermissionsBoundary"], ""],
	[["iam:DeleteUserPermissionsBoundary"], ""],
	[["iam:PassRole", "apprunner:CreateService"], "apprunner-001"],
	[["apprunner:UpdateService"], "apprunner-002"],
	[["iam:PassRole", "bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"], "bedrock-001"],
	[["bedrock-agentcore:InvokeCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession"], "bedrock-002"],
	[["iam:PassRole", "cloudformation:CreateStack"], "cloudformation-001"],
	[["cloudformation:UpdateStack"], "cloudformation-002"],
	[["iam:PassRole", "cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"], "cloudformation-003"],
	[["iam:PassRole", "cloudformation:UpdateStackSet"], "cloudformation-004"],
	[["cloudformation:ExecuteChangeSet", "cloudformation:CreateChangeSet"], "cloudformation-005"],
	[["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"], "codebuild-001"],
	[["codebuild:StartBuild"], "codebuild-002"],
	[["codebuild:StartBuildBatch"], "codebuild-003"],
	[["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuildBatch"], "codebuild-004"],
	[["iam:PassRole", "datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition"], "datapipeline-001"],
	[["iam:PassRole", "ec2:RunInstances"], "ec2-001"],
	[["ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"], "ec2-002"],
	[["iam:PassRole", "ec2:RequestSpotInstances"], "ec2-003"],
	[["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"], "ec2-004"],
	[["ec2-instance-connect:SendSSHPublicKey"], "ec2instanceconnect-003"],
	[["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:CreateService"], "ecs-003"],
	[["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"], "ecs-004"],
	[["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:StartTask"], "ecs-005"],
	[["ecs:ExecuteCommand"], ""],
	[["iam:PassRole", "glue:CreateDevEndpoint"], "glue-001"],
	[["glue:UpdateDevEndpoint"], "glue-002"],
	[["iam:PassRole", "glue:CreateJob", "glue:StartJobRun"], "glue-003"],
	[["iam:PassRole", "glue:CreateJob", "glue:CreateTrigger"], "glue-004"],
	[["iam:PassRole", "glue:UpdateJob", "glue:StartJobRun"], "glue-005"],
	[["iam:PassRole", "glue:UpdateJob", "glue:CreateTrigger"], "glue-006"],
	[["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"], "lambda-001"],
	[["iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"], "lambda-002"],
	[["lambda:UpdateFunctionCode"], "lambda-003"],
	[["iam:PassRole", "lambda:CreateFunction", "lambda:AddPermission"], "lambda-006"],
	[["lambda:UpdateFunctionConfiguration"], ""],
	[["iam:PassRole", "sagemaker:CreateNotebookInstance"], "sagemaker-001"],
	[["iam:PassRole", "sagemaker:CreateTrainingJob"], "sagemaker-002"],
	[["iam:PassRole", "sagemaker:CreateProcessingJob"], "sagemaker-003"],
	[["sagemaker:CreatePresignedNotebookInstanceUrl"], "sagemaker-004"],
	[["sagemaker:UpdateNotebookInstance", "sagemaker:CreateNotebookInstanceLifecycleConfig"], "sagemaker-005"],
	[["ssm:StartSession"], "ssm-001"],
	[["ssm:SendCommand"], "ssm-002"],
	[["sts:AssumeRole"], "sts-001"],
	[["iam:PassRole", "states:CreateStateMachine", "states:StartExecution"], ""],
	[["iam:PassRole", "batch:RegisterJobDefinition", "batch:SubmitJob"], ""],
]

test_deny_nothing_of_an_unknown_document if {
	policy.deny == set() with input as expect.unknown("aws_iam_policy", {}, {"policy": true})
}

test_allow_other_types if {
	policy.deny == set() with input as expect.resource("random_id", "synth", {})
}
