# METADATA
# title: Functions are not open to the world
# description: A URL without authentication or a permission for everybody runs our code for anyone, at our cost.
# custom:
#   id: AWS-LAMBDA-004
#   severity: critical
#   types: [aws_lambda_function_url, aws_lambda_permission]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_258, CKV_AWS_301]
#   controls: [NIST-AC-3]
#   fix: "Use `AWS_IAM` authorization, or name the principal and its `source_arn`."
#   unknown: defer
package aws.lambda.public_access

import data.lib.iam
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} answers anyone (authorization NONE)") if {
	input.type == "aws_lambda_function_url"
	input.after.authorization_type == "NONE"
}

deny contains report.finding(rego.metadata.chain(), $"{input.address} lets anyone invoke the function") if {
	input.type == "aws_lambda_permission"
	input.after.principal == "*"
	not narrowed
}

narrowed if {
	input.after.source_arn != ""
	iam.names_somebody(input.after.source_arn)
}

narrowed if input.after.source_account != ""

narrowed if input.after.principal_org_id != ""
