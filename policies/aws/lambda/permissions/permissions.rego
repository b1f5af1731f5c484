# METADATA
# title: Permissions name who may invoke
# description: "A permission for everybody runs our code for anyone, at our cost. One for a service without a source lets that service run it on behalf of any account (the confused deputy); the ARN of a bucket names no account, and a deleted bucket's name is free for another one's."
# custom:
#   id: AWS-LAMBDA-014
#   severity: critical
#   types: [aws_lambda_permission]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_301, CKV_AWS_364, AWS-0067, LambdaFunctionPublicAccessProhibited]
#   controls: [NIST-AC-3]
#   fix: Name the principal, and its `source_arn` or `source_account`; both for `s3.amazonaws.com`.
#   unknown: set
package aws.lambda.permissions

import data.lib.iam
import data.lib.report

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets anyone invoke the function") if {
	input.type == "aws_lambda_permission"
	input.after.principal == "*"
	not narrowed
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets {input.after.principal} invoke the function for any account") if {
	input.type == "aws_lambda_permission"
	endswith(input.after.principal, ".amazonaws.com")
	not narrowed
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} names a bucket but not its account") if {
	input.type == "aws_lambda_permission"
	input.after.principal == "s3.amazonaws.com"
	narrowed
	not owned
}

narrowed if owned

narrowed if input.unknown.source_arn

narrowed if {
	input.after.source_arn != ""
	iam.names_somebody(input.after.source_arn)
}

narrowed if input.after.principal_org_id != ""

narrowed if input.unknown.principal_org_id

# Alexa identifies a skill by a token.
narrowed if input.after.event_source_token != ""

owned if input.after.source_account != ""

owned if input.unknown.source_account
