# METADATA
# title: URLs ask who calls
# description: A URL without authentication runs our code for anyone, at our cost.
# custom:
#   id: AWS-LAMBDA-004
#   severity: critical
#   types: [aws_lambda_function_url]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_258, LambdaFunctionUrlAuth]
#   controls: [NIST-AC-3]
#   fix: Set `authorization_type` to `AWS_IAM`, or put an API Gateway or CloudFront in front.
#   unknown: defer
package aws.lambda.public_access

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} answers anyone (authorization NONE)") if {
	input.type == "aws_lambda_function_url"
	input.after.authorization_type == "NONE"
}
