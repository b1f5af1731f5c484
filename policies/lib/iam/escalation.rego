package lib.iam

import data.lib.text

# Ways from some rights to more of them. The first step must be allowed on whatever there is, the others
# at all. `service` is whom a role is passed to: a grant of `iam:PassRole` for other services is no way.
# `path` is its page below https://pathfinding.cloud/paths/, which tells it step by step.
# https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/
escalations := [
	{"path": "iam-001", "steps": ["iam:CreatePolicyVersion"]},
	{"path": "iam-002", "steps": ["iam:CreateAccessKey"]},
	{"path": "iam-004", "steps": ["iam:CreateLoginProfile"]},
	{"path": "iam-005", "steps": ["iam:PutRolePolicy"]},
	{"path": "iam-006", "steps": ["iam:UpdateLoginProfile"]},
	{"path": "iam-007", "steps": ["iam:PutUserPolicy"]},
	{"path": "iam-008", "steps": ["iam:AttachUserPolicy"]},
	{"path": "iam-009", "steps": ["iam:AttachRolePolicy"]},
	{"path": "iam-010", "steps": ["iam:AttachGroupPolicy"]},
	{"path": "iam-011", "steps": ["iam:PutGroupPolicy"]},
	{"path": "iam-012", "steps": ["iam:UpdateAssumeRolePolicy"]},
	{"path": "iam-013", "steps": ["iam:AddUserToGroup"]},
	{"steps": ["iam:SetDefaultPolicyVersion"]},
	{"steps": ["iam:DeleteRolePermissionsBoundary"]},
	{"steps": ["iam:DeleteUserPermissionsBoundary"]},
	{"path": "apprunner-001", "steps": ["iam:PassRole", "apprunner:CreateService"], "service": "tasks.apprunner.amazonaws.com"},
	{"path": "apprunner-002", "steps": ["apprunner:UpdateService"]},
	{"path": "bedrock-001", "steps": ["iam:PassRole", "bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"], "service": "bedrock-agentcore.amazonaws.com"},
	{"path": "bedrock-002", "steps": ["bedrock-agentcore:InvokeCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession"]},
	{"path": "cloudformation-001", "steps": ["iam:PassRole", "cloudformation:CreateStack"], "service": "cloudformation.amazonaws.com"},
	{"path": "cloudformation-002", "steps": ["cloudformation:UpdateStack"]},
	{"path": "cloudformation-003", "steps": ["iam:PassRole", "cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"], "service": "cloudformation.amazonaws.com"},
	{"path": "cloudformation-004", "steps": ["iam:PassRole", "cloudformation:UpdateStackSet"], "service": "cloudformation.amazonaws.com"},
	{"path": "cloudformation-005", "steps": ["cloudformation:ExecuteChangeSet", "cloudformation:CreateChangeSet"]},
	{"path": "codebuild-001", "steps": ["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"], "service": "codebuild.amazonaws.com"},
	{"path": "codebuild-002", "steps": ["codebuild:StartBuild"]},
	{"path": "codebuild-003", "steps": ["codebuild:StartBuildBatch"]},
	{"path": "codebuild-004", "steps": ["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuildBatch"], "service": "codebuild.amazonaws.com"},
	{"path": "datapipeline-001", "steps": ["iam:PassRole", "datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition"], "service": "datapipeline.amazonaws.com"},
	{"path": "ec2-001", "steps": ["iam:PassRole", "ec2:RunInstances"], "service": "ec2.amazonaws.com"},
	{"path": "ec2-002", "steps": ["ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"]},
	{"path": "ec2-003", "steps": ["iam:PassRole", "ec2:RequestSpotInstances"], "service": "ec2.amazonaws.com"},
	{"path": "ec2-004", "steps": ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"]},
	{"path": "ec2instanceconnect-003", "steps": ["ec2-instance-connect:SendSSHPublicKey"]},
	{"path": "ecs-003", "steps": ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:CreateService"], "service": "ecs-tasks.amazonaws.com"},
	{"path": "ecs-004", "steps": ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"], "service": "ecs-tasks.amazonaws.com"},
	{"path": "ecs-005", "steps": ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:StartTask"], "service": "ecs-tasks.amazonaws.com"},
	{"steps": ["ecs:ExecuteCommand"]},
	{"path": "glue-001", "steps": ["iam:PassRole", "glue:CreateDevEndpoint"], "service": "glue.amazonaws.com"},
	{"path": "glue-002", "steps": ["glue:UpdateDevEndpoint"]},
	{"path": "glue-003", "steps": ["iam:PassRole", "glue:CreateJob", "glue:StartJobRun"], "service": "glue.amazonaws.com"},
	{"path": "glue-004", "steps": ["iam:PassRole", "glue:CreateJob", "glue:CreateTrigger"], "service": "glue.amazonaws.com"},
	{"path": "glue-005", "steps": ["iam:PassRole", "glue:UpdateJob", "glue:StartJobRun"], "service": "glue.amazonaws.com"},
	{"path": "glue-006", "steps": ["iam:PassRole", "glue:UpdateJob", "glue:CreateTrigger"], "service": "glue.amazonaws.com"},
	{"path": "lambda-001", "steps": ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"], "service": "lambda.amazonaws.com"},
	{"path": "lambda-002", "steps": ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"], "service": "lambda.amazonaws.com"},
	{"path": "lambda-003", "steps": ["lambda:UpdateFunctionCode"]},
	{"path": "lambda-006", "steps": ["iam:PassRole", "lambda:CreateFunction", "lambda:AddPermission"], "service": "lambda.amazonaws.com"},
	{"steps": ["lambda:UpdateFunctionConfiguration"]},
	{"path": "sagemaker-001", "steps": ["iam:PassRole", "sagemaker:CreateNotebookInstance"], "service": "sagemaker.amazonaws.com"},
	{"path": "sagemaker-002", "steps": ["iam:PassRole", "sagemaker:CreateTrainingJob"], "service": "sagemaker.amazonaws.com"},
	{"path": "sagemaker-003", "steps": ["iam:PassRole", "sagemaker:CreateProcessingJob"], "service": "sagemaker.amazonaws.com"},
	{"path": "sagemaker-004", "steps": ["sagemaker:CreatePresignedNotebookInstanceUrl"]},
	{"path": "sagemaker-005", "steps": ["sagemaker:UpdateNotebookInstance", "sagemaker:CreateNotebookInstanceLifecycleConfig"]},
	{"path": "ssm-001", "steps": ["ssm:StartSession"]},
	{"path": "ssm-002", "steps": ["ssm:SendCommand"]},
	{"path": "sts-001", "steps": ["sts:AssumeRole"]},
	{"steps": ["iam:PassRole", "states:CreateStateMachine", "states:StartExecution"], "service": "states.amazonaws.com"},
	{"steps": ["iam:PassRole", "batch:RegisterJobDefinition", "batch:SubmitJob"], "service": "ecs-tasks.amazonaws.com"},
]

escalation_steps := {lower(step): true | some way in escalations; some step in way.steps}

escalation_starts := {lower(way.steps[0]): true | some way in escalations}

# The ways that a document opens.
open_ways(document) := [way |
	starts := granted_widely(document, escalation_starts)
	count(starts) > 0
	held := {grant.action | some grant in granted(document, escalation_steps)}
	some way in escalations
	some start in starts
	start.action == lower(way.steps[0])
	leads_to(start.statement, way)
	every step in way.steps {
		held[lower(step)]
	}
]

leads_to(_, way) if not way.service

leads_to(statement, way) if {
	every services in limits(statement, "iam:passedtoservice") {
		some service in services
		text.like(service, way.service)
	}
}
